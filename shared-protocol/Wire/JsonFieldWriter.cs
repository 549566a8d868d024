// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;

namespace Prosumeter.Wire
{
    /// <summary>Writes the fields of a message as members of a JSON object, in ASCII and without white space.</summary>
    internal sealed class JsonFieldWriter : FieldVisitor
    {
        private readonly byte[] _buffer;
        private readonly int _start;
        private bool _isFull;
        private bool _isOutOfRange;

        public JsonFieldWriter(byte[] buffer, int offset)
        {
            _buffer = buffer;
            _start = offset;
            Position = offset;
            _isFull = !Bytes.Fit(buffer, offset, 0);
        }

        /// <summary>Where the next character goes.</summary>
        public int Position;

        /// <summary>True once something did not fit or a field was outside its range.</summary>
        public bool HasFailed
        {
            get { return _isFull || _isOutOfRange; }
        }

        public override long Long(string name, long value, long lowest, long highest)
        {
            PutName(name);
            _isOutOfRange |= value < lowest || value > highest;
            PutNumber(value);
            return value;
        }

        public override bool Boolean(string name, bool value)
        {
            PutName(name);
            Put(value ? "true" : "false");
            return value;
        }

        public override string Text(string name, string value, int longest, bool isMultiline)
        {
            string text = value ?? "";
            _isOutOfRange |= !Ascii.IsAllowed(text, longest, isMultiline);
            PutName(name);
            Put('"');
            for (int i = 0; i < text.Length; i++)
            {
                PutEscaped(text[i]);
            }

            Put('"');
            return value;
        }

        /// <summary>Ends the object.</summary>
        public void Close()
        {
            Put('}');
        }

        private void PutName(string name)
        {
            Put(Position == _start ? '{' : ',');
            Put('"');
            Put(name);
            Put("\":");
        }

        private void PutEscaped(char character)
        {
            if (character == '\n')
            {
                Put("\\n");
                return;
            }

            if (character == '"' || character == '\\')
            {
                Put('\\');
            }

            Put(character);
        }

        // Counts up to the highest power of ten first: no text object is made. Negated, because only negative numbers reach -2^63.
        private void PutNumber(long value)
        {
            long negative = value < 0 ? value : -value;
            if (value < 0)
            {
                Put('-');
            }

            long divisor = 1;
            while (negative / divisor <= -10)
            {
                divisor *= 10;
            }

            for (; divisor > 0; divisor /= 10)
            {
                Put((char)('0' - (int)(negative / divisor % 10)));
            }
        }

        private void Put(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                Put(text[i]);
            }
        }

        private void Put(char character)
        {
            if (_isFull || Position >= _buffer.Length)
            {
                _isFull = true;
                return;
            }

            _buffer[Position++] = (byte)character;
        }
    }
}
