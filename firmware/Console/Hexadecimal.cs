// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;

namespace Prosumeter.Firmware.Console
{
    /// <summary>Bytes as hexadecimal digits, two each.</summary>
    public static class Hexadecimal
    {
        private const string Digits = "0123456789abcdef";

        /// <summary>The digits of some bytes, in lower case.</summary>
        public static string Format(byte[] bytes, int offset, int count)
        {
            char[] digits = new char[count * 2];
            for (int i = 0; i < count; i++)
            {
                digits[i * 2] = Digits[bytes[offset + i] >> 4];
                digits[(i * 2) + 1] = Digits[bytes[offset + i] & 15];
            }

            return new string(digits);
        }

        /// <summary>Puts the bytes of some digits into an array.</summary>
        /// <returns>How many bytes; 0, and nothing is changed, when the text is not digits in pairs or they do not fit.</returns>
        public static int Parse(string digits, byte[] into, int offset)
        {
            int count = digits.Length / 2;
            if (digits.Length % 2 != 0 || count > into.Length - offset)
            {
                return 0;
            }

            for (int i = 0; i < digits.Length; i++)
            {
                if (Number.DigitOf(digits[i]) > 15)
                {
                    return 0;
                }
            }

            for (int i = 0; i < count; i++)
            {
                into[offset + i] = (byte)((Number.DigitOf(digits[i * 2]) << 4) | Number.DigitOf(digits[(i * 2) + 1]));
            }

            return count;
        }
    }
}
