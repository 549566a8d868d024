// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;

namespace Prosumeter.Firmware.Outbox
{
    /// <summary>
    /// Messages of one type behind each other, each as the differences of its numbers from those of the one before: zigzag, seven bits to a byte, least significant
    /// first, as Protocol Buffers encode a sint64. A reading takes some 30 bytes instead of 70.
    /// </summary>
    internal sealed class DifferenceCoder : FieldVisitor
    {
        private const int MostFields = 16;
        private const int LastGroup = 63;

        private readonly byte[] _buffer;
        private readonly long[] _last = new long[MostFields];
        private int _field;
        private bool _isWriting;

        public DifferenceCoder(byte[] buffer)
        {
            _buffer = buffer;
        }

        /// <summary>Where the next message begins.</summary>
        public int Offset;

        /// <summary>Begins with a first message, whose numbers are differences from 0.</summary>
        public void Begin(int offset)
        {
            Offset = offset;
            Array.Clear(_last, 0, MostFields);
        }

        /// <summary>Writes a message, for which the caller looked for room, or reads the one that was written there.</summary>
        public void Code(Message message, bool isWriting)
        {
            _isWriting = isWriting;
            _field = 0;
            message.Visit(this);
        }

        public override long Long(string name, long value, long lowest, long highest)
        {
            long difference = value - _last[_field];
            if (_isWriting)
            {
                Put((difference << 1) ^ (difference >> LastGroup));
            }
            else
            {
                long zigzag = Get();
                difference = ((zigzag >> 1) & long.MaxValue) ^ -(zigzag & 1);
            }

            _last[_field] += difference;
            return _last[_field++];
        }

        public override bool Boolean(string name, bool value)
        {
            return Long(name, value ? 1 : 0, 0, 1) != 0;
        }

        // No message that is kept this way has a text.
        public override string Text(string name, string value, int longest, bool isMultiline)
        {
            return value;
        }

        private void Put(long rest)
        {
            while ((rest & ~127L) != 0)
            {
                _buffer[Offset++] = (byte)(rest | 128);
                rest = (rest >> 7) & (long.MaxValue >> 6);
            }

            _buffer[Offset++] = (byte)rest;
        }

        private long Get()
        {
            long value = 0;
            int shift = 0;
            while (Offset < _buffer.Length && shift <= LastGroup)
            {
                byte group = _buffer[Offset++];
                value |= (long)(group & 127) << shift;
                shift += 7;
                if (group < 128)
                {
                    break;
                }
            }

            return value;
        }
    }
}
