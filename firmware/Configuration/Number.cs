// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>Whole numbers as people write them. int.TryParse of the runtimes differ in spaces, signs and what is left in the result.</summary>
    public static class Number
    {
        // So that no number passes 63 bits.
        private const int MostDigits = 15;

        /// <summary>Reads a decimal number, or a hexadecimal one after 0x.</summary>
        /// <returns>False, and 0, when the text is anything else or does not fit into 32 bits.</returns>
        public static bool TryParse(string text, out int number)
        {
            number = 0;
            bool isNegative = text.Length > 0 && text[0] == '-';
            bool isHexadecimal = text.Length > 2 && text[0] == '0' && text[1] == 'x';
            int begin = isNegative ? 1 : isHexadecimal ? 2 : 0;
            int radix = isHexadecimal ? 16 : 10;
            if (!TryParseDigits(text, begin, radix, out long value) || value > int.MaxValue)
            {
                return false;
            }

            number = (int)(isNegative ? -value : value);
            return true;
        }

        /// <summary>Reads a decimal number of 0 or more, such as 230.4, as a whole one of 1/10^decimals.</summary>
        /// <returns>False, and 0, when the text is anything else, has more decimals or does not fit into 15 digits.</returns>
        public static bool TryParseScaled(string text, int decimals, out long number)
        {
            int point = text.IndexOf('.');
            int missing = decimals - (point < 0 ? 0 : text.Length - point - 1);
            string digits = point < 0 ? text : text.Substring(0, point) + text.Substring(point + 1);
            if (digits.Length == 0 || missing < 0)
            {
                number = 0;
                return false;
            }

            for (; missing > 0; missing--)
            {
                digits += "0";
            }

            return TryParseDigits(digits, 0, 10, out number);
        }

        private static bool TryParseDigits(string text, int begin, int radix, out long number)
        {
            number = 0;
            long value = 0;
            for (int i = begin; i < text.Length; i++)
            {
                int digit = DigitOf(text[i]);
                if (digit >= radix || i - begin >= MostDigits)
                {
                    return false;
                }

                value = (value * radix) + digit;
            }

            number = value;
            return text.Length > begin;
        }

        internal static int DigitOf(char c)
        {
            return c >= '0' && c <= '9' ? c - '0'
                : c >= 'a' && c <= 'f' ? c - 'a' + 10
                : c >= 'A' && c <= 'F' ? c - 'A' + 10
                : int.MaxValue;
        }
    }
}
