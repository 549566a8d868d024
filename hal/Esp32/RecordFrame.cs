// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Wire;

namespace Prosumeter.Hal.Esp32
{
    /// <summary>
    /// What a record file holds: magic (4 bytes), sequence (4), payload length (2), payload, CRC-32 of all before (4); numbers most significant byte first.
    /// One buffer serves all records.
    /// </summary>
    internal sealed class RecordFrame
    {
        private const uint Magic = 0x504D5231;
        private const int SequenceOffset = 4;
        private const int LengthOffset = 8;
        private const int HeaderLength = 10;
        private const int LengthLength = 2;

        public RecordFrame(int longestPayload)
        {
            Buffer = new byte[HeaderLength + longestPayload + Crc32.Length];
        }

        public readonly byte[] Buffer;

        public long Sequence
        {
            get { return Bytes.Get(Buffer, SequenceOffset, 4); }
        }

        public int PayloadLength
        {
            get { return (int)Bytes.Get(Buffer, LengthOffset, LengthLength); }
        }

        /// <summary>True when it begins as a frame does.</summary>
        public bool IsFrame
        {
            get { return Bytes.Get(Buffer, 0, 4) == Magic; }
        }

        /// <summary>Builds a frame and returns its length.</summary>
        public int Fill(long sequence, byte[] payload, int length)
        {
            Bytes.Put(Buffer, 0, Magic, 4);
            Bytes.Put(Buffer, SequenceOffset, sequence, 4);
            Bytes.Put(Buffer, LengthOffset, length, LengthLength);
            Array.Copy(payload, 0, Buffer, HeaderLength, length);
            Bytes.Put(Buffer, HeaderLength + length, Crc32.Of(Buffer, 0, HeaderLength + length), Crc32.Length);
            return HeaderLength + length + Crc32.Length;
        }

        /// <summary>True when the first <paramref name="length"/> bytes are a whole frame.</summary>
        public bool IsIntact(int length)
        {
            int payload = length - HeaderLength - Crc32.Length;
            return payload >= 0
                && IsFrame
                && PayloadLength == payload
                && Bytes.Get(Buffer, HeaderLength + payload, Crc32.Length) == Crc32.Of(Buffer, 0, HeaderLength + payload);
        }

        public void CopyPayload(byte[] into)
        {
            Array.Copy(Buffer, HeaderLength, into, 0, PayloadLength);
        }
    }
}
