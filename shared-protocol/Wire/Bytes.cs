// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Wire
{
    /// <summary>Integers in byte arrays, most significant byte first, for records in flash. Callers check the room.</summary>
    public static class Bytes
    {
        /// <summary>True when <paramref name="length"/> bytes from <paramref name="offset"/> lie inside the buffer.</summary>
        public static bool Fit(byte[] buffer, int offset, int length)
        {
            return offset >= 0 && length >= 0 && length <= buffer.Length - offset;
        }

        /// <summary>Writes the lowest <paramref name="count"/> bytes of a number.</summary>
        public static void Put(byte[] buffer, int offset, long value, int count)
        {
            for (int i = count - 1; i >= 0; i--)
            {
                buffer[offset + i] = (byte)value;
                value >>= 8;
            }
        }

        /// <summary>Reads a number of <paramref name="count"/> bytes; only 8 bytes can give a negative one.</summary>
        public static long Get(byte[] buffer, int offset, int count)
        {
            long value = 0;
            for (int i = 0; i < count; i++)
            {
                value = (value << 8) | buffer[offset + i];
            }

            return value;
        }
    }
}
