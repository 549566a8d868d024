// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;

namespace Prosumeter.Wire
{
    /// <summary>Reads the fields of a message from the members of a JSON object; checks first and fills then, as <see cref="CborFieldReader"/> does.</summary>
    internal sealed class JsonFieldReader : FieldVisitor
    {
        private readonly JsonReader _reader;
        private readonly bool _fills;

        public JsonFieldReader(JsonReader reader, bool fills)
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
            long found = _reader.Integer(name);
            Check(found >= lowest && found <= highest);
            return _fills ? found : value;
        }

        public override bool Boolean(string name, bool value)
        {
            bool found = _reader.Boolean(name);
            Check(true);
            return _fills ? found : value;
        }

        public override string Text(string name, string value, int longest, bool isMultiline)
        {
            string found = _reader.Text(name, longest);
            Check(found == null || Ascii.IsAllowed(found, longest, isMultiline));
            return _fills && found != null ? found : value;
        }

        private void Check(bool isInRange)
        {
            FieldCount++;
            IsOutOfRange |= !isInRange;
        }
    }
}
