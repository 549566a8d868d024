// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Console
{
    /// <summary>Text on its way to the console: bounded, and full text is cut and says so at its end.</summary>
    public sealed class TextBuffer
    {
        /// <summary>How much text is held.</summary>
        public const int Capacity = 2048;

        private const int ValueColumn = 24;
        private const string CutMark = "...\r\n";

        private readonly byte[] _bytes = new byte[Capacity];
        private int _first;
        private int _lineStart;

        /// <summary>Bytes that wait.</summary>
        public int Count { get; private set; }

        /// <summary>Adds ASCII text.</summary>
        public TextBuffer Add(string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                Add((byte)text[i]);
            }

            return this;
        }

        /// <summary>Adds a number.</summary>
        public TextBuffer Add(long number)
        {
            return Add(number.ToString());
        }

        /// <summary>Adds a number of 1/10^decimals, such as mW as W with 3 decimals.</summary>
        public TextBuffer AddScaled(long number, int decimals)
        {
            string digits = (number < 0 ? -number : number).ToString();
            digits = digits.Length > decimals ? digits : digits.PadLeft(decimals + 1, '0');
            int whole = digits.Length - decimals;
            return Add(number < 0 ? "-" : "").Add(digits.Substring(0, whole)).Add(".").Add(digits.Substring(whole, decimals));
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

        /// <summary>A label and the column behind it.</summary>
        public TextBuffer Label(string label)
        {
            return Add(label).Column(ValueColumn);
        }

        /// <summary>Energy in mWh as kWh.</summary>
        public TextBuffer Energy(long milliwattHours)
        {
            return AddScaled(milliwattHours, 6).Add(" kWh");
        }

        /// <summary>Power in mW as W.</summary>
        public TextBuffer Power(long milliwatts)
        {
            return AddScaled(milliwatts, 3).Add(" W");
        }

        /// <summary>Per mille as per cent.</summary>
        public TextBuffer Share(int permille)
        {
            return permille < 0 ? Add("unknown") : AddScaled(permille, 1).Add(" %");
        }

        /// <summary>Money per kWh in micro-units.</summary>
        public TextBuffer Price(int micros)
        {
            return AddScaled(micros, 6).Add(" /kWh");
        }

        /// <summary>Ends the line.</summary>
        public TextBuffer Line()
        {
            Add("\r\n");
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

            _first = (_first + taken) % Capacity;
            Count -= taken;
            _lineStart -= taken;
            return taken;
        }

        /// <summary>Takes all as text with bare line feeds, at most <paramref name="longest"/> characters of it.</summary>
        public string TakeText(int longest)
        {
            char[] characters = new char[longest < Count ? longest : Count];
            int length = 0;
            for (int i = 0; i < Count && length < characters.Length; i++)
            {
                byte b = _bytes[(_first + i) % Capacity];
                if (b != '\r')
                {
                    characters[length++] = (char)b;
                }
            }

            Clear();
            return new string(characters, 0, length);
        }

        /// <summary>Forgets all.</summary>
        public void Clear()
        {
            _first = 0;
            _lineStart = 0;
            Count = 0;
        }
    }
}
