// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Firmware.Network;
using Prosumeter.Messages;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Firmware
{
    /// <summary>
    /// Decides once for each slot, shortly before its gate closes: the later, the better the registers and the state of charge are known.
    /// The meters of a cluster are spread over some seconds.
    /// </summary>
    public sealed class BidKeeper
    {
        private const int LeastLeadSeconds = 10;
        private const int SpreadSeconds = 16;
        private const int DefaultGateSeconds = 60;

        private readonly Meter _meter;
        private readonly Publisher _publisher;
        private readonly Bid _bid = new Bid();
        private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];
        private readonly int _leadSeconds;
        private int _decidedSlot;
        private int _bidAheadSlot = -1;
        private bool _wasPriced;

        /// <summary>A keeper for one meter.</summary>
        public BidKeeper(Meter meter, Publisher publisher)
        {
            _meter = meter;
            _publisher = publisher;
            _leadSeconds = LeastLeadSeconds + (meter.Configuration.Get(Configuration.SettingId.Meter) % SpreadSeconds);
            _decidedSlot = meter.RecalledBidSlot;
            _wasPriced = _decidedSlot >= 0;
        }

        /// <summary>Bids made since start.</summary>
        public int BidCount;

        /// <summary>Seconds before the start of a slot at which its gate closes, as the market said last.</summary>
        public int GateSeconds = DefaultGateSeconds;

        /// <summary>The market told its price and gate: decide again when the last decision had none.</summary>
        public void OnPrice(PriceMessage price)
        {
            GateSeconds = price.GateSeconds;
            if (!_wasPriced)
            {
                _decidedSlot = -1;
            }
        }

        /// <summary>Decides when it is time.</summary>
        public void Run()
        {
            int slot = _meter.Controller.Slot + 1;
            if (slot <= 0 || !_meter.Clock.IsSynchronised)
            {
                return;
            }

            if (_decidedSlot > slot)
            {
                // The clock was ahead and has been set right; what was bid then is not bid again when its time comes.
                _bidAheadSlot = _decidedSlot;
                _decidedSlot = -1;
            }

            if (slot == _decidedSlot || slot == _bidAheadSlot)
            {
                return;
            }

            long left = MarketSlot.StartSeconds(slot, _meter.SlotSeconds) - GateSeconds - _meter.Clock.UtcSeconds;
            if (left > 0 && left <= _leadSeconds)
            {
                Decide(slot);
            }
        }

        private void Decide(int slot)
        {
            _decidedSlot = slot;
            bool isBid = _meter.Controller.DecideBid(slot, _bid);
            _wasPriced = _meter.Controller.Decision.Reason != DecisionReason.NoMarketPrice && _meter.Controller.Decision.Reason != DecisionReason.Alone;
            if (isBid)
            {
                int length = _publisher.Encode(_bid, _buffer);
                _meter.Outbox.Append(_buffer, length);
                _publisher.Mirror(_bid);
                BidCount++;
            }
        }
    }
}
