// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>Order to a meter: the same line as on the serial console.</summary>
    public sealed class Command : Message
    {
        /// <summary>The longest command line in characters.</summary>
        public const int LongestLine = 80;

        /// <summary>A new one, all fields 0.</summary>
        public Command()
            : base(MessageType.Command)
        {
        }

        /// <summary>Command line, at most 80 ASCII characters.</summary>
        public string Line;

        /// <inheritdoc/>
        protected override void VisitFields(FieldVisitor visitor)
        {
            Line = visitor.Text("line", Line, LongestLine, false);
        }
    }
}
