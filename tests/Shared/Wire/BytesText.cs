// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Tests.Shared.Wire
{
    /// <summary>Bytes as hexadecimal text and text as bytes, by means both runtimes have.</summary>
    internal static class BytesText
    {
        private const string Digits = "0123456789ABCDEF";

        public static string Hex(byte[] buffer, int offset, int length)
        {
            char[] text = new char[2 * length];
            for (int i = 0; i < length; i++)
            {
                text[2 * i] = Digits[buffer[offset + i] >> 4];
                text[(2 * i) + 1] = Digits[buffer[offset + i] & 15];
            }

            return new string(text);
        }

        public static byte[] FromHex(string hex)
        {
            byte[] bytes = new byte[hex.Length / 2];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)((Digits.IndexOf(hex[2 * i]) << 4) | Digits.IndexOf(hex[(2 * i) + 1]));
            }

            return bytes;
        }

        public static string Ascii(byte[] buffer, int offset, int length)
        {
            char[] text = new char[length];
            for (int i = 0; i < length; i++)
            {
                text[i] = (char)buffer[offset + i];
            }

            return new string(text);
        }

        public static byte[] FromAscii(string text)
        {
            byte[] bytes = new byte[text.Length];
            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)text[i];
            }

            return bytes;
        }
    }
}
