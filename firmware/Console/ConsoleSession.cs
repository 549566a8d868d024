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
        private const int MostWaiting = TextBuffer.Capacity / 4;
        private const string Prompt = "> ";

        private readonly IConsolePort _port;
        private readonly CommandRegistry _commands;
        private readonly TextBuffer _output = new TextBuffer();
        private readonly LineEditor _editor;
        private readonly byte[] _chunk = new byte[ChunkLength];

        /// <summary>A session on a port.</summary>
        public ConsoleSession(IConsolePort port, CommandRegistry commands)
        {
            _port = port;
            _commands = commands;
            _editor = new LineEditor(_output);
        }

        /// <summary>True while output waits.</summary>
        public bool IsBusy
        {
            get { return _output.Count > 0; }
        }

        /// <summary>Greets whoever is there.</summary>
        public void Greet(int meter)
        {
            _output.Line().Add("Prosumeter ").Add(ControllerApp.Version).Add(", meter ").Add(meter).Add(". Type help.").Line().Add(Prompt);
        }

        /// <summary>Takes input and sends output.</summary>
        public void Run()
        {
            // What comes in waits until what goes out is out: the buffer holds one screen.
            while (_output.Count < MostWaiting && _port.Read(_chunk, 0, 1) > 0)
            {
                string line = _editor.Accept(_chunk[0]);
                if (line != null)
                {
                    _commands.Execute(line, _output);
                    _output.Add(Prompt);
                    break;
                }
            }

            if (_output.Count > 0)
            {
                _port.Write(_chunk, 0, _output.Take(_chunk));
            }
        }
    }
}
