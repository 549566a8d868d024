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
            Bid bid = new Bid();
            SlotReport report = new SlotReport();
            int bids = 0;
            int reports = 0;
            int oldest = -1;
            for (int number = _outbox.FindPending(0); number >= 0; number = _outbox.FindPending(number + 1))
            {
                int length = _outbox.Copy(number, message);
                bool isBid = MessageCodec.Decode(message, 0, length, bid) == RefusalReason.Taken;
                bool isReport = !isBid && MessageCodec.Decode(message, 0, length, report) == RefusalReason.Taken;
                bids += isBid ? 1 : 0;
                reports += isReport ? 1 : 0;
                oldest = oldest >= 0 ? oldest : isBid ? bid.Slot : isReport ? report.Slot : -1;
            }

            answer.Number("waiting", _outbox.Depth).Number("bids", bids).Number("slot reports", reports);
            answer.Number("given way", _outbox.LostCount).Number("put in so far", _outbox.NextNumber);
            answer.Number("replayed", _sender == null ? 0 : _sender.ReplayedCount);
            answer.Number("readings waiting", _readings.Depth).Number("readings given way", _readings.LostCount);
            if (oldest >= 0)
            {
                answer.Number("oldest slot", oldest);
            }

            return true;
        }
    }
}
