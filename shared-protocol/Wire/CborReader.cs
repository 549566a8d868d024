// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Wire
{
    /// <summary>Reads what <see cref="CborWriter"/> writes and nothing else. The first thing that is wrong stands in <see cref="Reason"/>; from then on every read gives 0, false or null.</summary>
    public sealed class CborReader
    {
        private readonly byte[] _buffer;
        private readonly int _end;
        private int _position;

        /// <summary>Reads <paramref name="length"/> bytes from <paramref name="offset"/>.</summary>
        public CborReader(byte[] buffer, int offset, int length)
        {
            _buffer = buffer ?? throw new ArgumentNullException();
            _position = offset;
            _end = offset + length;
            if (!Bytes.Fit(buffer, offset, length))
            {
                Reason = RefusalReason.Truncated;
            }
        }

        /// <summary>What was wrong first; <see cref="RefusalReason.Taken"/> while all is well.</summary>
        public RefusalReason Reason;

        /// <summary>True when every byte was read.</summary>
        public bool IsAtEnd
        {
            get { return _position == _end; }
        }

        /// <summary>Begins an array and gives its number of items.</summary>
        public int ReadArray()
        {
            return (int)ReadBounded(CborWriter.Array, int.MaxValue);
        }

        /// <summary>Reads an integer; one beyond 64 signed bits is out of range.</summary>
        public long ReadInteger()
        {
            int head = ReadByte();
            switch (head & 0xE0)
            {
                case CborWriter.Unsigned:
                    return ReadArgument(head);
                case CborWriter.Negative:
                    long argument = ReadArgument(head);
                    return Reason == RefusalReason.Taken ? -1 - argument : 0;
                default:
                    return Refuse(RefusalReason.Malformed);
            }
        }

        /// <summary>Reads false or true.</summary>
        public bool ReadBoolean()
        {
            int head = ReadByte();
            if (head != CborWriter.False && head != CborWriter.True)
            {
                Refuse(RefusalReason.Malformed);
            }

            return head == CborWriter.True;
        }

        /// <summary>Reads a text string of at most <paramref name="longest"/> bytes, each one character; the caller looks at the characters.</summary>
        /// <returns>The characters, or null when something is wrong.</returns>
        public char[] ReadText(int longest)
        {
            int length = (int)ReadBounded(CborWriter.TextString, longest);
            if (Reason == RefusalReason.Taken && length > _end - _position)
            {
                Refuse(RefusalReason.Truncated);
            }

            if (Reason != RefusalReason.Taken)
            {
                return null;
            }

            char[] text = new char[length];
            for (int i = 0; i < length; i++)
            {
                text[i] = (char)_buffer[_position++];
            }

            return text;
        }

        private long ReadBounded(int major, int highest)
        {
            int head = ReadByte();
            if ((head & 0xE0) != major)
            {
                return Refuse(RefusalReason.Malformed);
            }

            long argument = ReadArgument(head);
            return argument > highest ? Refuse(RefusalReason.TooLong) : argument;
        }

        private long ReadArgument(int head)
        {
            int code = head & 0x1F;
            if (code < 24)
            {
                return code;
            }

            if (code > 27)
            {
                return Refuse(RefusalReason.Malformed);
            }

            int count = 1 << (code - 24);
            long argument = 0;
            for (int i = 0; i < count; i++)
            {
                argument = (argument << 8) | (uint)ReadByte();
            }

            return Reason != RefusalReason.Taken ? 0 : CheckedArgument(argument, count);
        }

        // RFC 8949 section 4.2.1: an argument stands in the shortest form that holds it.
        private long CheckedArgument(long argument, int count)
        {
            if (argument < 0)
            {
                return Refuse(RefusalReason.OutOfRange);
            }

            bool isShortest = count == 1 ? argument >= 24 : argument >> (count * 4) != 0;
            return isShortest ? argument : Refuse(RefusalReason.NotCanonical);
        }

        private int ReadByte()
        {
            if (Reason != RefusalReason.Taken)
            {
                return 0;
            }

            return _position < _end ? _buffer[_position++] : (int)Refuse(RefusalReason.Truncated);
        }

        private long Refuse(RefusalReason reason)
        {
            if (Reason == RefusalReason.Taken)
            {
                Reason = reason;
            }

            return 0;
        }
    }
}
