// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"log": the latest events.</summary>
    internal sealed class LogCommand : ConsoleCommand
    {
        private const int Usual = 16;

        private readonly EventLog _log;

        public LogCommand(EventLog log)
            : base("log", "log [N]: the latest N events (16; 32 are kept), seconds since start first")
        {
            _log = log;
        }

        public override bool Run(string[] words, Answer answer)
        {
            int count = Usual;
            if (words.Length > 2 || (words.Length == 2 && (!Number.TryParse(words[1], out count) || count < 1)))
            {
                return false;
            }

            answer.BeginRows("events");
            int first = _log.TotalCount - count < _log.First ? _log.First : _log.TotalCount - count;
            for (int i = first; i < _log.TotalCount; i++)
            {
                answer.Row().Scaled("", "milliseconds", _log.MillisecondsAt(i), 3, "").At(14);
                answer.Text("event", _log.TextAt(i)).Text("", " ").Text("detail", DetailOf(_log.TextAt(i), _log.ValueAt(i))).EndRow();
            }

            answer.EndRows();
            return true;
        }

        private static string DetailOf(string text, int value)
        {
            switch (text)
            {
                case FaultMemory.Begins:
                case FaultMemory.Ends:
                    return Names.OfFaults(value);
                case Meter.Started:
                    return Names.At(Names.Restarts, value);
                case Sampler.StatusChanged:
                    return Names.At(Names.Roles, value / 10) + ", " + Names.At(Names.Sensors, value % 10);
                default:
                    return value.ToString();
            }
        }
    }
}
