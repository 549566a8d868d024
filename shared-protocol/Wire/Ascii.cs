// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Wire
{
    /// <summary>The characters that text on the wire may have.</summary>
    internal static class Ascii
    {
        /// <summary>True for the printable characters of ASCII and, where <paramref name="isMultiline"/>, the line feed.</summary>
        public static bool IsAllowed(char character, bool isMultiline)
        {
            return (character >= ' ' && character <= '~') || (isMultiline && character == '\n');
        }

        /// <summary>True when a text is within its length and every character is allowed.</summary>
        public static bool IsAllowed(string text, int longest, bool isMultiline)
        {
            bool isAllowed = text.Length <= longest;
            for (int i = 0; isAllowed && i < text.Length; i++)
            {
                isAllowed = IsAllowed(text[i], isMultiline);
            }

            return isAllowed;
        }
    }
}
