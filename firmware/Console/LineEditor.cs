// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Firmware.Console
{
    /// <summary>
    /// Makes lines of what a terminal sends: echo, backspace, CR, LF and CRLF, Ctrl-C and Ctrl-U for a new line; escape sequences are passed over.
    /// A line longer than the buffer, or with a character that is not ASCII, is refused as a whole, never cut.
    /// </summary>
    public sealed class LineEditor
    {
        /// <summary>The longest line in characters.</summary>
        public const int LongestLine = 80;

        private const byte CtrlC = 3;
        private const byte Bell = 7;
        private const byte Backspace = 8;
        private const byte CtrlU = 21;
        private const byte Escape = 27;
        private const byte Delete = 127;

        private readonly TextBuffer _echo;
        private readonly char[] _line = new char[LongestLine];
        private int _length;
        private bool _isRefused;
        private bool _isSecret;
        private bool _wasCarriageReturn;
        private int _escapeState;

        /// <summary>An editor that echoes into a buffer.</summary>
        public LineEditor(TextBuffer echo)
        {
            _echo = echo;
        }

        /// <summary>Takes one byte.</summary>
        /// <returns>The line when this byte ended it, otherwise null. A refused line comes as an empty one.</returns>
        public string Accept(byte input)
        {
            if (IsInEscape(input))
            {
                return null;
            }

            bool isSecondOfPair = _wasCarriageReturn && input == '\n';
            _wasCarriageReturn = input == '\r';
            if (input == '\r' || (input == '\n' && !isSecondOfPair))
            {
                return End();
            }

            if (input == CtrlC || input == CtrlU)
            {
                _echo.Add("^C").Line();
                Clear();
                return "";
            }

            if (input == Backspace || input == Delete)
            {
                Erase();
            }
            else if (input >= ' ')
            {
                Append((char)input);
            }

            return null;
        }

        private string End()
        {
            _echo.Line();
            string line = _isRefused ? "" : new string(_line, 0, _length).Trim();
            if (_isRefused)
            {
                _echo.Add("A line has at most 80 characters, all ASCII: nothing was done.").Line();
            }

            Clear();
            return line;
        }

        private void Append(char character)
        {
            if (_length == LongestLine || character > Delete)
            {
                _isRefused = true;
                _echo.Add(Bell);
                return;
            }

            _isSecret |= character == ' ' && IsBeforePin(new string(_line, 0, _length));
            _line[_length++] = character;
            _echo.Add((byte)(_isSecret && character != ' ' ? '*' : character));
        }

        private void Erase()
        {
            if (_length > 0 && !_isRefused)
            {
                _length--;
                _echo.Add("\b \b");
            }
        }

        private void Clear()
        {
            _length = 0;
            _isRefused = false;
            _isSecret = false;
        }

        // Whoever looks over the shoulder need not read the PIN.
        private static bool IsBeforePin(string line)
        {
            string word = line.Substring(line.LastIndexOf(' ') + 1);
            return word == AccessCommand.Unlock || word == AccessCommand.Pin;
        }

        // ESC, then '[' or 'O' and parameters up to a letter or '~' (ECMA-48, 5.4), or one other character.
        private bool IsInEscape(byte input)
        {
            if (_escapeState == 0)
            {
                _escapeState = input == Escape ? 1 : 0;
                return input == Escape;
            }

            bool isIntroducer = _escapeState == 1 && (input == '[' || input == 'O');
            bool isFinal = _escapeState == 1 || (input >= '@' && input <= '~');
            _escapeState = isIntroducer ? 2 : isFinal ? 0 : _escapeState;
            return true;
        }
    }
}
