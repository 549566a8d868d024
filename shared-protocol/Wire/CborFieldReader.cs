// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;

namespace Prosumeter.Wire
{
    /// <summary>Reads the fields of a message from CBOR items. It goes over a message twice: first only to check, then to fill, so that a refused message has changed nothing.</summary>
    internal sealed class CborFieldReader : FieldVisitor
    {
        private readonly CborReader _reader;
        private readonly bool _fills;

        public CborFieldReader(CborReader reader, bool fills)
        {
            _reader = reader;
            _fills = fills;
        }

        /// <summary>Fields seen so far.</summary>
        public int FieldCount;

        /// <summary>True once a field was outside its range.</summary>
        public bool IsOutOfRange;

        public override long Long(string name, long value, long lowest, long highest)
        {
            long found = _reader.ReadInteger();
            Check(found >= lowest && found <= highest);
            return _fills ? found : value;
        }

        public override bool Boolean(string name, bool value)
        {
            bool found = _reader.ReadBoolean();
            Check(true);
            return _fills ? found : value;
        }

        public override string Text(string name, string value, int longest, bool isMultiline)
        {
            char[] found = _reader.ReadText(longest);
            FieldCount++;
            for (int i = 0; found != null && i < found.Length; i++)
            {
                IsOutOfRange |= !Ascii.IsAllowed(found[i], isMultiline);
            }

            return _fills && found != null ? new string(found) : value;
        }

        private void Check(bool isInRange)
        {
            FieldCount++;
            IsOutOfRange |= !isInRange && _reader.Reason == RefusalReason.Taken;
        }
    }
}
