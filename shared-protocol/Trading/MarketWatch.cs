// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Trading
{
    /// <summary>The price of the market, and whether a market is there at all: one that has sent no price for a set time is not.</summary>
    internal sealed class MarketWatch
    {
        private readonly TradingSettings _settings;
        private long _heardUtcSeconds;
        private bool _isWatching;
        private int _priceSlot = -1;

        public MarketWatch(TradingSettings settings)
        {
            _settings = settings;
        }

        /// <summary>True when no price was heard for the set time.</summary>
        public bool IsAlone;

        /// <summary>True once a price was heard.</summary>
        public bool HasPrice
        {
            get { return _priceSlot >= 0; }
        }

        /// <summary>P_m in micro-units per kWh.</summary>
        public int RetailMicros;

        /// <summary>Takes a price. One of a slot that is over is perhaps retained by the broker and does not prove that anybody is there.</summary>
        public RefusalReason Take(PriceMessage price, long utcSeconds)
        {
            int present = MarketSlot.Of(utcSeconds, _settings.SlotSeconds);
            int latest = present + TradingController.SlotsAhead;
            RefusalReason reason = MarketSlot.Judge(price.Slot, present, latest);
            if (reason == RefusalReason.Taken)
            {
                Hear(utcSeconds);
                bool isLaterKnown = _priceSlot > price.Slot && _priceSlot <= latest;
                _priceSlot = isLaterKnown ? _priceSlot : price.Slot;
                RetailMicros = isLaterKnown ? RetailMicros : price.RetailMicrosPerKilowattHour;
            }

            return reason;
        }

        /// <summary>Looks at the clock. The time before the first price counts from the first look; a clock set back counts anew from there.</summary>
        public void Tick(long utcSeconds)
        {
            if (!_isWatching || utcSeconds < _heardUtcSeconds)
            {
                _isWatching = true;
                _heardUtcSeconds = utcSeconds;
            }

            IsAlone |= utcSeconds - _heardUtcSeconds >= _settings.AloneAfterSeconds;
        }

        private void Hear(long utcSeconds)
        {
            _heardUtcSeconds = utcSeconds;
            _isWatching = true;
            IsAlone = false;
        }
    }
}
