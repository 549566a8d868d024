// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;

namespace Prosumeter.Wire
{
    /// <summary>Writes the fields of a message as CBOR items and counts them.</summary>
    internal sealed class CborFieldWriter : FieldVisitor
    {
        private readonly CborWriter _writer;

        public CborFieldWriter(CborWriter writer)
        {
            _writer = writer;
        }

        /// <summary>Fields seen so far.</summary>
        public int FieldCount;

        /// <summary>True once a field was outside its range.</summary>
        public bool IsOutOfRange;

        public override long Long(string name, long value, long lowest, long highest)
        {
            Check(value >= lowest && value <= highest);
            _writer.WriteInteger(value);
            return value;
        }

        public override bool Boolean(string name, bool value)
        {
            Check(true);
            _writer.WriteBoolean(value);
            return value;
        }

        public override string Text(string name, string value, int longest, bool isMultiline)
        {
            string text = value ?? "";
            Check(Ascii.IsAllowed(text, longest, isMultiline));
            _writer.WriteText(text);
            return value;
        }

        private void Check(bool isInRange)
        {
            FieldCount++;
            IsOutOfRange |= !isInRange;
        }
    }
}
