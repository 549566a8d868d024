// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Trading;

namespace Prosumeter.Messages
{
    /// <summary>Prices of the market for a slot; it also proves that an aggregator lives.</summary>
    public sealed class PriceMessage : Message
    {
        /// <summary>The highest price of the operator in micro-units per kWh, and with a minus sign the lowest: 1000 units.</summary>
        public const int HighestMicros = 1_000_000_000;

        /// <summary>A new one, all fields 0.</summary>
        public PriceMessage()
            : base(MessageType.Price)
        {
        }

        /// <summary>Price at which the operator sells, P_m, in micro-units per kWh.</summary>
        public int RetailMicrosPerKilowattHour;

        /// <summary>Price at which the operator buys, in micro-units per kWh.</summary>
        public int FeedInMicrosPerKilowattHour;

        /// <summary>Bids for a slot close this many seconds before it starts.</summary>
        public int GateSeconds;

        /// <inheritdoc/>
        protected override void VisitFields(FieldVisitor visitor)
        {
            RetailMicrosPerKilowattHour = visitor.Int("retailMicrosPerKilowattHour", RetailMicrosPerKilowattHour, -HighestMicros, HighestMicros);
            FeedInMicrosPerKilowattHour = visitor.Int("feedInMicrosPerKilowattHour", FeedInMicrosPerKilowattHour, -HighestMicros, HighestMicros);
            GateSeconds = visitor.Int("gateSeconds", GateSeconds, 0, MarketSlot.LongestSeconds);
        }
    }
}
