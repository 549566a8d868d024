// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Console;
using Prosumeter.Firmware.Network;
using Prosumeter.Firmware.Outbox;
using Prosumeter.Hal;

namespace Prosumeter.Firmware
{
    /// <summary>The parts of a meter that need a network: slots, bids, messages both ways.</summary>
    internal sealed class MarketSide
    {
        private readonly StatusReporter _reporter;

        public MarketSide(Meter meter, IMessageLink link, CommandRegistry commands)
        {
            Publisher publisher = new Publisher(link, meter.Clock, meter.Counters, meter.Configuration);
            Slots = new SlotKeeper(meter, publisher);
            ReadingSender readings = new ReadingSender(meter.Readings, publisher, link);
            _reporter = new StatusReporter(meter, publisher, readings);
            Sender = new OutboxSender(meter.Outbox, readings, link, publisher);
            Bids = new BidKeeper(meter, publisher);
            Connection = new Connection(link, publisher, _reporter, meter.Log, meter.Configuration);
            Mailbox = new Mailbox(meter, link, publisher, _reporter, Bids, commands);
        }

        public readonly SlotKeeper Slots;

        public readonly BidKeeper Bids;

        public readonly Connection Connection;

        public readonly Mailbox Mailbox;

        public readonly OutboxSender Sender;

        /// <summary>True while an answer of the broker is awaited.</summary>
        public bool IsBusy
        {
            get { return Sender.IsBusy || Mailbox.Answers.IsBusy || Connection.Link.State == LinkState.Connecting; }
        }

        public void Run(long nowMilliseconds)
        {
            Connection.Run(nowMilliseconds);
            Mailbox.Run();
            Slots.Run(nowMilliseconds);
            Bids.Run();
            Sender.Run(nowMilliseconds);
            _reporter.Run(nowMilliseconds);
        }

        /// <summary>Says goodbye before a restart.</summary>
        public void Leave(long nowMilliseconds)
        {
            _reporter.Leave(nowMilliseconds);
        }
    }
}
