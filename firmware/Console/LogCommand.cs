// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"log": the latest events.</summary>
    internal sealed class LogCommand : ConsoleCommand
    {
        private const int TextColumn = 14;
        private const int Usual = 16;

        private readonly EventLog _log;

        public LogCommand(EventLog log)
            : base("log", "log [N]: the latest N events, seconds since start first")
        {
            _log = log;
        }

        public override bool Run(string[] words, TextBuffer output)
        {
            int count = Usual;
            if (words.Length > 2 || (words.Length == 2 && (!Number.TryParse(words[1], out count) || count < 1)))
            {
                return false;
            }

            int first = _log.TotalCount - count < _log.First ? _log.First : _log.TotalCount - count;
            for (int i = first; i < _log.TotalCount; i++)
            {
                output.AddScaled(_log.MillisecondsAt(i), 3).Column(TextColumn).Add(_log.TextAt(i)).Add(" ").Add(_log.ValueAt(i)).Line();
            }

            return true;
        }
    }
}
