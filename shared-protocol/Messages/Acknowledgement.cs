// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>Answer to a message: taken, or refused with a reason.</summary>
    public sealed class Acknowledgement : Message
    {
        /// <summary>Type of the answered message.</summary>
        public MessageType AnsweredType;

        /// <summary>Sequence of the answered message.</summary>
        public int AnsweredSequence;

        /// <summary>0 taken; otherwise a RefusalReason number.</summary>
        public int Reason;

        /// <summary>What a command printed, at most 200 ASCII characters; empty otherwise.</summary>
        public string Text;

        /// <inheritdoc/>
        public override MessageType Type
        {
            get { return MessageType.Acknowledgement; }
        }
    }
}
