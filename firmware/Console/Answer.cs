// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Wire;

namespace Prosumeter.Firmware.Console
{
    /// <summary>
    /// What a command answers, in one of two forms: text in two columns for people, or one JSON object in ASCII for tools. A command names each value once, with a label;
    /// in JSON the name is the label in camel case with the unit behind it, and values are in that unit: "import" becomes "importMilliwattHours".
    /// </summary>
    public sealed class Answer
    {
        private const int Half = 40;
        private const int LabelLength = 18;

        private readonly TextBuffer _output;
        private readonly int _start;
        private bool _isFirst;
        private bool _isRow;

        /// <summary>An answer that begins behind what a buffer holds.</summary>
        public Answer(TextBuffer output, bool isJson, ConsoleChannel channel)
        {
            _output = output;
            _start = output.Count;
            IsJson = isJson;
            Channel = channel;
            BeginAgain();
        }

        /// <summary>Forgets what was answered: a part of an answer would be taken for all of it.</summary>
        public void BeginAgain()
        {
            _output.Rewind(_start);
            _isFirst = true;
            _isRow = false;
            Raw(IsJson ? "{" : "");
        }

        /// <summary>True for the JSON form.</summary>
        public readonly bool IsJson;

        /// <summary>Where the command came from.</summary>
        public readonly ConsoleChannel Channel;

        /// <summary>Why it was not done.</summary>
        public RefusalReason Refusal;

        /// <summary>Set when the same command shall be executed again each second, until a key is pressed.</summary>
        public bool Repeats;

        /// <summary>A sentence; one in an answer.</summary>
        public void Say(string sentence)
        {
            Sentence("message", sentence);
        }

        /// <summary>It was not done, and why.</summary>
        public void Refuse(string why)
        {
            Refuse(RefusalReason.NotDone, why);
        }

        /// <summary>It was not done, and why.</summary>
        public void Refuse(RefusalReason reason, string why)
        {
            Refusal = reason;
            Sentence("error", why);
        }

        /// <summary>A text. One without a label stands between two values, for people only.</summary>
        public Answer Text(string label, string value)
        {
            Put(label, "", value, true);
            return this;
        }

        /// <summary>A whole number.</summary>
        public Answer Number(string label, long value)
        {
            return Scaled(label, "", value, 0, "");
        }

        /// <summary>Energy in mWh, for people in kWh.</summary>
        public Answer Energy(string label, long milliwattHours)
        {
            return Scaled(label, " milliwatt hours", milliwattHours, 6, " kWh");
        }

        /// <summary>Power in mW, for people in W.</summary>
        public Answer Power(string label, long milliwatts)
        {
            return Scaled(label, " milliwatts", milliwatts, 3, " W");
        }

        /// <summary>Per mille, for people per cent; below 0 is unknown.</summary>
        public Answer Share(string label, int permille)
        {
            return permille < 0 ? Unknown(label, " permille") : Scaled(label, " permille", permille, 1, " %");
        }

        /// <summary>Money per kWh in micro-units.</summary>
        public Answer Price(string label, int micros)
        {
            return Scaled(label, " micros per kilowatt hour", micros, 6, " /kWh");
        }

        /// <summary>A number of 1/10^decimals of what people read, with its unit for each form.</summary>
        public Answer Scaled(string label, string jsonUnit, long value, int decimals, string unit)
        {
            Put(label, jsonUnit, IsJson ? value.ToString() : TextBuffer.Scaled(value, decimals) + unit, false);
            return this;
        }

        /// <summary>Begins a list of rows. In text each row is a line of values without labels.</summary>
        public void BeginRows(string label)
        {
            FreshLine();
            if (IsJson)
            {
                Name(label, "");
                Raw("[");
            }

            _isRow = true;
            _isFirst = true;
        }

        /// <summary>Begins a row; <see cref="EndRow"/> ends it.</summary>
        public Answer Row()
        {
            Comma();
            if (IsJson)
            {
                Raw("{");
            }

            _isFirst = true;
            return this;
        }

        /// <summary>In text, the column at which the next value of the row begins.</summary>
        public Answer At(int column)
        {
            if (!IsJson)
            {
                _output.Column(column);
            }

            return this;
        }

        /// <summary>Ends a row.</summary>
        public void EndRow()
        {
            FreshLine();
            Raw(IsJson ? "}" : "");
            _isFirst = false;
        }

        /// <summary>Ends a list of rows.</summary>
        public void EndRows()
        {
            Raw(IsJson ? "]" : "");
            _isRow = false;
            _isFirst = false;
        }

        /// <summary>Ends the answer. JSON that does not fit is replaced by an error: half an object would be worse.</summary>
        public void End()
        {
            Raw(IsJson ? "}" : "");
            if (IsJson && _output.IsCut)
            {
                _output.Rewind(_start);
                Raw("{\"error\":\"too long\"}");
            }

            if (_output.LineLength > 0)
            {
                _output.Line();
            }
        }

        private Answer Unknown(string label, string unit)
        {
            Put(label, unit, IsJson ? "null" : "unknown", false);
            return this;
        }

        private void Sentence(string name, string sentence)
        {
            FreshLine();
            if (IsJson)
            {
                Put(name, "", sentence, true);
            }
            else
            {
                _output.Add(sentence).Line();
            }
        }

        private void Put(string label, string unit, string value, bool isText)
        {
            if (IsJson && label.Length + unit.Length > 0)
            {
                Name(label, unit);
                Value(value, isText);
            }
            else if (!IsJson && _isRow)
            {
                _output.Add(value);
            }
            else if (!IsJson)
            {
                Place(value.Length);
                int begin = _output.LineLength;
                _output.Add(label).Column(begin + LabelLength).Add(" ").Add(value);
            }
        }

        // The next free half of the line that has room.
        private void Place(int length)
        {
            int column = _output.LineLength;
            if (column > Half || (column > 0 && length >= Half - LabelLength))
            {
                _output.Line();
            }
            else if (column > 0)
            {
                _output.Column(Half);
            }
        }

        private void Value(string value, bool isText)
        {
            Raw(isText ? "\"" : "");
            for (int i = 0; i < value.Length; i++)
            {
                bool isLineFeed = value[i] == '\n';
                if (isLineFeed || (isText && (value[i] == '"' || value[i] == '\\')))
                {
                    Raw("\\");
                }

                _output.Add((byte)(isLineFeed ? 'n' : value[i]));
            }

            Raw(isText ? "\"" : "");
        }

        private void Name(string label, string unit)
        {
            Comma();
            Raw("\"");
            string words = label + unit;
            bool isStart = false;
            bool isAny = false;
            for (int i = 0; i < words.Length; i++)
            {
                char c = words[i];
                bool isLetter = c >= 'a' && c <= 'z';
                bool isPart = isLetter || (c >= '0' && c <= '9');
                if (isPart)
                {
                    _output.Add((byte)(isLetter && isStart && isAny ? c - 'a' + 'A' : c));
                    isAny = true;
                }

                isStart = !isPart;
            }

            Raw("\":");
        }

        private void Comma()
        {
            Raw(IsJson && !_isFirst ? "," : "");
            _isFirst = false;
        }

        private void FreshLine()
        {
            if (!IsJson && _output.LineLength > 0)
            {
                _output.Line();
            }
        }

        private void Raw(string text)
        {
            _output.Add(text);
        }
    }
}
