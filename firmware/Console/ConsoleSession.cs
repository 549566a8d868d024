// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Hal;

namespace Prosumeter.Firmware.Console
{
    /// <summary>The serial console: lines in, answers out, a few bytes in each step so that nothing waits for the line.</summary>
    public sealed class ConsoleSession
    {
        // At 115200 baud 64 bytes take 5.6 ms; the step loop comes by every 20 ms.
        private const int ChunkLength = 64;
        private const int RepeatMilliseconds = 1000;
        private const string Prompt = "> ";

        private readonly IConsolePort _port;
        private readonly CommandRegistry _commands;
        private readonly TextBuffer _output = new TextBuffer();
        private readonly LineEditor _editor;
        private readonly byte[] _chunk = new byte[ChunkLength];
        private string _repeated;
        private long _repeatMilliseconds;

        /// <summary>A session on a port.</summary>
        public ConsoleSession(IConsolePort port, CommandRegistry commands)
        {
            _port = port;
            _commands = commands;
            _editor = new LineEditor(_output);
        }

        /// <summary>Greets whoever is there.</summary>
        public void Greet(int meter)
        {
            _output.Line().Add("Prosumeter ").Add(ControllerApp.Version).Add(", meter ").Add(meter).Add(". Type help.").Line().Add(Prompt);
        }

        /// <summary>Takes input and sends output.</summary>
        public void Run(long nowMilliseconds)
        {
            // What comes in waits until what goes out is out: the buffer holds one screen.
            while (_output.Count < ChunkLength && _port.Read(_chunk, 0, 1) > 0)
            {
                string line = EndsRepeating() ? null : _editor.Accept(_chunk[0]);
                if (line != null)
                {
                    Execute(line, nowMilliseconds);
                    break;
                }
            }

            if (_repeated != null && nowMilliseconds >= _repeatMilliseconds)
            {
                Execute(_repeated, nowMilliseconds);
            }

            if (_output.Count > 0)
            {
                _port.Write(_chunk, 0, _output.Take(_chunk));
            }
        }

        private void Execute(string line, long nowMilliseconds)
        {
            Answer answer = _commands.Execute(line, _output, ConsoleChannel.Serial);
            _repeated = answer.Repeats && !answer.IsJson ? line : null;
            _repeatMilliseconds = nowMilliseconds + RepeatMilliseconds;
            if (_repeated == null)
            {
                _output.Add(Prompt);
            }
        }

        // The line feed of the CRLF that began it is no key. A key of several bytes, such as a cursor key or CRLF, is one.
        private bool EndsRepeating()
        {
            bool isEnd = _repeated != null && _chunk[0] != '\n';
            if (isEnd)
            {
                _repeated = null;
                if (_chunk[0] < ' ')
                {
                    _editor.Accept(_chunk[0]);
                }

                _output.Add(Prompt);
            }

            return isEnd;
        }
    }
}
