// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Wire
{
    /// <summary>CRC-32 of IEEE 802.3 (reflected polynomial 0xEDB88320, as in zip and PNG): "123456789" gives 0xCBF43926.</summary>
    public static class Crc32
    {
        /// <summary>Length of a stored checksum in bytes, most significant first.</summary>
        public const int Length = 4;

        // One entry a nibble: two look-ups a byte, 64 bytes instead of 1 KB.
        private static readonly uint[] s_nibbles =
        {
            0x00000000, 0x1DB71064, 0x3B6E20C8, 0x26D930AC, 0x76DC4190, 0x6B6B51F4, 0x4DB26158, 0x5005713C,
            0xEDB88320, 0xF00F9344, 0xD6D6A3E8, 0xCB61B38C, 0x9B64C2B0, 0x86D3D2D4, 0xA00AE278, 0xBDBDF21C,
        };

        /// <summary>The checksum of <paramref name="length"/> bytes; 0, the checksum of nothing, when they are not all inside the buffer.</summary>
        public static uint Of(byte[] buffer, int offset, int length)
        {
            return Continue(0, buffer, offset, length);
        }

        /// <summary>The checksum of what <paramref name="crc"/> covers followed by these bytes.</summary>
        public static uint Continue(uint crc, byte[] buffer, int offset, int length)
        {
            if (buffer == null)
            {
                throw new ArgumentNullException();
            }

            uint rest = ~crc;
            int end = Bytes.Fit(buffer, offset, length) ? offset + length : offset;
            for (int i = offset; i < end; i++)
            {
                rest ^= buffer[i];
                rest = (rest >> 4) ^ s_nibbles[(int)(rest & 15)];
                rest = (rest >> 4) ^ s_nibbles[(int)(rest & 15)];
            }

            return ~rest;
        }
    }
}
