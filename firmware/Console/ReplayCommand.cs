// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Outbox;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"replay": what a market asks for that sees a gap (docs/PROTOCOL.md, P-24).</summary>
    internal sealed class ReplayCommand : ConsoleCommand
    {
        private readonly MessageOutbox _outbox;

        public ReplayCommand(MessageOutbox outbox)
            : base("replay", "replay SEQUENCE: sends the kept slot reports from that one on once more")
        {
            _outbox = outbox;
        }

        public override bool Run(string[] words, Answer answer)
        {
            if (words.Length != 2 || !Number.TryParse(words[1], out int sequence) || sequence < 0)
            {
                return false;
            }

            answer.Number("reports", _outbox.Replay(sequence));
            return true;
        }
    }
}
