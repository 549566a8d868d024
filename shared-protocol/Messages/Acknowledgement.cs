// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>Answer of a meter to a message: taken, or refused with a reason.</summary>
    public sealed class Acknowledgement : Message
    {
        /// <summary>The longest text in characters.</summary>
        public const int LongestText = 200;

        /// <summary>A new one, all fields 0.</summary>
        public Acknowledgement()
            : base(MessageType.Acknowledgement)
        {
        }

        /// <summary>Type of the answered message, 0 when it could not be told.</summary>
        public MessageType AnsweredType;

        /// <summary>Sequence of the answered message.</summary>
        public int AnsweredSequence;

        /// <summary>0 taken; otherwise a <see cref="Wire.RefusalReason"/> number.</summary>
        public int Reason;

        /// <summary>What a command printed, at most 200 printable ASCII characters and line feeds; empty otherwise.</summary>
        public string Text;

        /// <inheritdoc/>
        protected override void VisitFields(FieldVisitor visitor)
        {
            AnsweredType = (MessageType)visitor.Int("answeredType", (int)AnsweredType, 0, (int)MessageType.Acknowledgement);
            AnsweredSequence = visitor.Count("answeredSequence", AnsweredSequence);
            Reason = visitor.Int("reason", Reason, 0, 255);
            Text = visitor.Text("text", Text, LongestText, true);
        }
    }
}
