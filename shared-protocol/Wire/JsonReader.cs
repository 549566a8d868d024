// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Wire
{
    /// <summary>Reads one flat JSON object (RFC 8259) of integers, truth values and ASCII strings, with white space and members in any order. Finds members by name, so the text is kept and nothing is copied.</summary>
    internal sealed class JsonReader
    {
        private readonly byte[] _buffer;
        private readonly int _start;
        private readonly int _end;
        private int _position;

        public JsonReader(byte[] buffer, int offset, int length)
        {
            _buffer = buffer;
            if (Bytes.Fit(buffer, offset, length))
            {
                _start = offset;
                _end = offset + length;
            }

            // A part that is not inside the buffer is read as an empty one, which is truncated.
            CountMembers();
        }

        /// <summary>What was wrong first.</summary>
        public RefusalReason Reason;

        /// <summary>Number of members of the object.</summary>
        public int MemberCount;

        /// <summary>Reads the integer of a member.</summary>
        public long Integer(string name)
        {
            return Find(name) ? ReadInteger() : 0;
        }

        /// <summary>Reads the truth value of a member.</summary>
        public bool Boolean(string name)
        {
            if (!Find(name))
            {
                return false;
            }

            bool value = Peek() == 't';
            ReadWord(value ? "true" : "false");
            return value;
        }

        /// <summary>Reads the string of a member, at most <paramref name="longest"/> characters.</summary>
        /// <returns>The characters, or null when something is wrong.</returns>
        public string Text(string name, int longest)
        {
            if (!Find(name))
            {
                return null;
            }

            char[] text = new char[longest];
            int length = 0;
            Expect('"');
            for (int character = ReadCharacter(); character >= 0; character = ReadCharacter())
            {
                if (length == longest)
                {
                    Refuse(RefusalReason.TooLong);
                    break;
                }

                text[length++] = (char)character;
            }

            return Reason == RefusalReason.Taken ? new string(text, 0, length) : null;
        }

        // One walk over the whole text checks its form; members are then found by walking again.
        private void CountMembers()
        {
            _position = _start;
            Expect('{');
            do
            {
                SkipString();
                Expect(':');
                SkipValue();
                MemberCount++;
            }
            while (TakeComma());

            Expect('}');
            SkipSpace();
            if (_position != _end)
            {
                Refuse(RefusalReason.Malformed);
            }
        }

        // The form was checked already, so this walk cannot fail but by the name not being there.
        private bool Find(string name)
        {
            _position = _start;
            Expect('{');
            while (Reason == RefusalReason.Taken)
            {
                bool isIt = IsName(name);
                Expect(':');
                if (isIt)
                {
                    return Reason == RefusalReason.Taken;
                }

                SkipValue();
                if (!TakeComma())
                {
                    Refuse(RefusalReason.Malformed);
                }
            }

            return false;
        }

        private bool IsName(string name)
        {
            bool isIt = true;
            int index = 0;
            Expect('"');
            for (int character = ReadCharacter(); character >= 0; character = ReadCharacter())
            {
                isIt = isIt && index < name.Length && name[index] == character;
                index++;
            }

            return isIt && index == name.Length;
        }

        private void SkipValue()
        {
            int first = Peek();
            if (first == '"')
            {
                SkipString();
            }
            else if (first == 't' || first == 'f')
            {
                ReadWord(first == 't' ? "true" : "false");
            }
            else
            {
                ReadInteger();
            }
        }

        private void SkipString()
        {
            Expect('"');
            while (ReadCharacter() >= 0)
            {
            }
        }

        // RFC 8259 section 6 without fraction and exponent: our numbers are integers.
        private long ReadInteger()
        {
            bool isNegative = Peek() == '-';
            if (isNegative)
            {
                _position++;
            }

            int digits = 0;
            long negative = 0;
            bool leadsWithZero = false;
            for (; _position < _end && _buffer[_position] >= '0' && _buffer[_position] <= '9'; _position++)
            {
                int digit = _buffer[_position] - '0';
                leadsWithZero |= digits == 0 && digit == 0;
                if (negative < (long.MinValue + 9) / 10)
                {
                    Refuse(RefusalReason.OutOfRange);
                    negative = 0;
                }

                negative = (negative * 10) - digit;
                digits++;
            }

            if (digits == 0 || (leadsWithZero && digits > 1))
            {
                Refuse(_position < _end ? RefusalReason.Malformed : RefusalReason.Truncated);
            }

            return isNegative ? negative : -negative;
        }

        // The next character of a string, -1 at its end or when something is wrong.
        private int ReadCharacter()
        {
            int character = Next();
            if (character == '"')
            {
                return -1;
            }

            if (character == '\\')
            {
                character = Next();
                character = character == 'n' ? '\n' : character == '"' || character == '\\' ? character : 0;
                return character > 0 ? character : Refuse(RefusalReason.Malformed);
            }

            return character >= ' ' && character <= '~' ? character : Refuse(RefusalReason.Malformed);
        }

        private void ReadWord(string word)
        {
            for (int i = 0; i < word.Length; i++)
            {
                if (Next() != word[i])
                {
                    Refuse(RefusalReason.Malformed);
                    return;
                }
            }
        }

        private bool TakeComma()
        {
            bool isComma = Peek() == ',';
            if (isComma)
            {
                _position++;
            }

            return isComma && Reason == RefusalReason.Taken;
        }

        private void Expect(char expected)
        {
            SkipSpace();
            if (Next() != expected)
            {
                Refuse(RefusalReason.Malformed);
            }
        }

        private int Peek()
        {
            SkipSpace();
            return _position < _end ? _buffer[_position] : Refuse(RefusalReason.Truncated);
        }

        private int Next()
        {
            return _position < _end ? _buffer[_position++] : Refuse(RefusalReason.Truncated);
        }

        private void SkipSpace()
        {
            while (_position < _end && IsSpace(_buffer[_position]))
            {
                _position++;
            }
        }

        private static bool IsSpace(int character)
        {
            return character == ' ' || character == '\t' || character == '\n' || character == '\r';
        }

        private int Refuse(RefusalReason reason)
        {
            if (Reason == RefusalReason.Taken)
            {
                Reason = reason;
            }

            return -1;
        }
    }
}
