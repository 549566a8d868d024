// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Outbox;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Firmware.Console
{
    /// <summary>"outbox": what waits for an acknowledgement.</summary>
    internal sealed class OutboxCommand : ConsoleCommand
    {
        private readonly MessageOutbox _outbox;
        private readonly ReadingBacklog _readings;
        private readonly OutboxSender _sender;

        public OutboxCommand(MessageOutbox outbox, ReadingBacklog readings, OutboxSender sender)
            : base("outbox", "outbox: what waits for an acknowledgement")
        {
            _outbox = outbox;
            _readings = readings;
            _sender = sender;
        }

        public override bool Run(string[] words, Answer answer)
        {
            byte[] message = new byte[MessageCodec.MaxMessageLength];
            int bids = 0;
            for (int number = _outbox.FindPending(0); number >= 0; number = _outbox.FindPending(number + 1))
            {
                int length = _outbox.Copy(number, message);
                bids += MessageCodec.PeekType(message, 0, length) == MessageType.Bid ? 1 : 0;
            }

            answer.Number("waiting", _outbox.Depth).Number("bids", bids).Number("slot reports", _outbox.Depth - bids);
            answer.Number("given way", _outbox.LostCount).Number("put in so far", _outbox.NextNumber);
            answer.Number("replayed", _sender == null ? 0 : _sender.ReplayedCount);
            answer.Number("readings waiting", _readings.Depth).Number("readings given way", _readings.LostCount);
            return true;
        }
    }
}
