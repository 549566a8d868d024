// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Wire
{
    /// <summary>Writes the CBOR items our messages use (RFC 8949) into a byte array, always in the shortest form (section 4.2.1).</summary>
    public sealed class CborWriter
    {
        internal const int Unsigned = 0x00;
        internal const int Negative = 0x20;
        internal const int TextString = 0x60;
        internal const int Array = 0x80;
        internal const int False = 0xF4;
        internal const int True = 0xF5;

        private readonly byte[] _buffer;

        /// <summary>Starts writing at <paramref name="offset"/>; the end of the buffer is the bound.</summary>
        public CborWriter(byte[] buffer, int offset)
        {
            _buffer = buffer ?? throw new ArgumentNullException();
            Position = offset;
            IsFull = offset < 0 || offset > buffer.Length;
        }

        /// <summary>True once something did not fit; from then on nothing more is written.</summary>
        public bool IsFull;

        /// <summary>Where the next item goes.</summary>
        public int Position;

        /// <summary>Begins an array of <paramref name="count"/> items.</summary>
        public void WriteArray(int count)
        {
            WriteHead(Array, count);
        }

        /// <summary>Writes an integer of any sign.</summary>
        public void WriteInteger(long value)
        {
            if (value < 0)
            {
                WriteHead(Negative, -1 - value);
            }
            else
            {
                WriteHead(Unsigned, value);
            }
        }

        /// <summary>Writes false or true.</summary>
        public void WriteBoolean(bool value)
        {
            WriteByte(value ? True : False);
        }

        /// <summary>Writes a text string; the caller answers for its being ASCII.</summary>
        public void WriteText(string value)
        {
            WriteHead(TextString, value.Length);
            for (int i = 0; i < value.Length; i++)
            {
                WriteByte(value[i]);
            }
        }

        private void WriteHead(int major, long argument)
        {
            if (argument < 24)
            {
                WriteByte(major | (int)argument);
                return;
            }

            int sizeCode = argument <= 0xFF ? 0 : argument <= 0xFFFF ? 1 : argument <= 0xFFFFFFFF ? 2 : 3;
            WriteByte(major | (24 + sizeCode));
            for (int shift = (8 << sizeCode) - 8; shift >= 0; shift -= 8)
            {
                WriteByte((int)(argument >> shift));
            }
        }

        private void WriteByte(int value)
        {
            if (IsFull || Position >= _buffer.Length)
            {
                IsFull = true;
                return;
            }

            _buffer[Position++] = (byte)value;
        }
    }
}
