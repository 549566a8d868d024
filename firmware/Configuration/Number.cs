// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Configuration
{
    /// <summary>Whole numbers as people write them. int.TryParse of the runtimes differ in spaces, signs and what is left in the result.</summary>
    public static class Number
    {
        /// <summary>Reads a decimal number, or a hexadecimal one after 0x.</summary>
        /// <returns>False, and 0, when the text is anything else or does not fit into 32 bits.</returns>
        public static bool TryParse(string text, out int number)
        {
            number = 0;
            bool isNegative = text.Length > 0 && text[0] == '-';
            bool isHexadecimal = text.Length > 2 && text[0] == '0' && text[1] == 'x';
            int begin = isNegative ? 1 : isHexadecimal ? 2 : 0;
            int radix = isHexadecimal ? 16 : 10;
            if (text.Length == begin)
            {
                return false;
            }

            long value = 0;
            for (int i = begin; i < text.Length; i++)
            {
                int digit = DigitOf(text[i]);
                if (digit >= radix)
                {
                    return false;
                }

                value = (value * radix) + digit;
                if (value > int.MaxValue)
                {
                    return false;
                }
            }

            number = (int)(isNegative ? -value : value);
            return true;
        }

        /// <summary>Reads a decimal number of 0 or more, such as 230.4, as a whole one of 1/10^decimals.</summary>
        /// <returns>False, and 0, when the text is anything else, has more decimals or does not fit into 15 digits.</returns>
        public static bool TryParseScaled(string text, int decimals, out long number)
        {
            number = 0;
            int point = text.IndexOf('.');
            string digits = point < 0 ? text : text.Substring(0, point) + text.Substring(point + 1);
            int missing = decimals - (point < 0 ? 0 : text.Length - point - 1);
            bool isNumber = digits.Length > 0 && missing >= 0 && digits.Length + missing <= 15;
            long value = 0;
            for (int i = 0; isNumber && i < digits.Length + missing; i++)
            {
                int digit = i < digits.Length ? DigitOf(digits[i]) : 0;
                isNumber = digit < 10;
                value = (value * 10) + digit;
            }

            number = isNumber ? value : 0;
            return isNumber;
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
