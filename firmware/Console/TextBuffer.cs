// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Console
{
    /// <summary>Text on its way to the console: bounded, and full text is cut and says so at its end.</summary>
    public sealed class TextBuffer
    {
        /// <summary>How much text is held.</summary>
        public const int Capacity = 3072;

        private const string CutMark = "...\r\n";

        private readonly byte[] _bytes = new byte[Capacity];
        private int _first;
        private int _lineStart;

        /// <summary>Bytes that wait.</summary>
        public int Count;

        /// <summary>True when text did not fit since the buffer was cleared or rewound.</summary>
        public bool IsCut
        {
            get { return Count > Capacity - CutMark.Length; }
        }

        /// <summary>Characters of the line so far.</summary>
        public int LineLength
        {
            get { return Count - _lineStart; }
        }

        /// <summary>Adds ASCII text; a line feed in it ends the line.</summary>
        public TextBuffer Add(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                if (text[i] == '\n')
                {
                    Line();
                }
                else
                {
                    Add((byte)text[i]);
                }
            }

            return this;
        }

        /// <summary>Adds a number.</summary>
        public TextBuffer Add(long number)
        {
            return Add(number.ToString());
        }

        /// <summary>The text of a number of 1/10^decimals, such as mW as W with 3 decimals.</summary>
        public static string Scaled(long number, int decimals)
        {
            string digits = (number < 0 ? -number : number).ToString();
            digits = digits.Length > decimals ? digits : digits.PadLeft(decimals + 1, '0');
            int whole = digits.Length - decimals;
            string text = (number < 0 ? "-" : "") + digits.Substring(0, whole);
            return decimals == 0 ? text : text + "." + digits.Substring(whole, decimals);
        }

        /// <summary>Adds spaces up to a column of the line, from 0.</summary>
        public TextBuffer Column(int column)
        {
            for (int i = Count - _lineStart; i < column; i++)
            {
                Add((byte)' ');
            }

            return this;
        }

        /// <summary>Ends the line.</summary>
        public TextBuffer Line()
        {
            Add((byte)'\r');
            Add((byte)'\n');
            _lineStart = Count;
            return this;
        }

        /// <summary>Adds one byte.</summary>
        public void Add(byte character)
        {
            if (Count < Capacity - CutMark.Length)
            {
                _bytes[(_first + Count) % Capacity] = character;
                Count++;
            }
            else if (Count < Capacity)
            {
                // The rest of the buffer is kept for the mark.
                _bytes[(_first + Count) % Capacity] = (byte)CutMark[Count - (Capacity - CutMark.Length)];
                Count++;
            }
        }

        /// <summary>Takes the first bytes away.</summary>
        /// <returns>How many were taken.</returns>
        public int Take(byte[] into)
        {
            int taken = Count < into.Length ? Count : into.Length;
            for (int i = 0; i < taken; i++)
            {
                into[i] = _bytes[(_first + i) % Capacity];
            }

            Skip(taken);
            return taken;
        }

        /// <summary>How many characters the text has with bare line feeds.</summary>
        public int CountCharacters()
        {
            int characters = 0;
            for (int i = 0; i < Count; i++)
            {
                characters += _bytes[(_first + i) % Capacity] == '\r' ? 0 : 1;
            }

            return characters;
        }

        /// <summary>Takes the first characters away as text with bare line feeds.</summary>
        public string TakeText(int longest)
        {
            char[] characters = new char[longest < Count ? longest : Count];
            int length = 0;
            int taken = 0;
            for (; taken < Count && length < characters.Length; taken++)
            {
                byte b = _bytes[(_first + taken) % Capacity];
                if (b != '\r')
                {
                    characters[length++] = (char)b;
                }
            }

            Skip(taken);
            return new string(characters, 0, length);
        }

        /// <summary>Forgets what was added behind the first <paramref name="count"/> bytes.</summary>
        public void Rewind(int count)
        {
            Count = count;
            _lineStart = count;
        }

        /// <summary>Forgets all.</summary>
        public void Clear()
        {
            _first = 0;
            _lineStart = 0;
            Count = 0;
        }

        private void Skip(int count)
        {
            _first = (_first + count) % Capacity;
            Count -= count;
            _lineStart -= count;
        }
    }
}
