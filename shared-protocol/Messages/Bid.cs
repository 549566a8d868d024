// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>Offer to sell or to buy energy in a slot; at most 40 bytes on the wire.</summary>
    public sealed class Bid : Message
    {
        /// <summary>The highest price in micro-units per kWh: 2000 units, twice the highest of the operator (withholding at full level).</summary>
        public const int HighestPriceMicros = 2_000_000_000;

        /// <summary>A new one, all fields 0.</summary>
        public Bid()
            : base(MessageType.Bid)
        {
        }

        /// <summary>Sell (ask) or buy (bid).</summary>
        public TradeSide Side;

        /// <summary>Energy in mWh, 1 or more.</summary>
        public int EnergyMilliwattHours;

        /// <summary>Lowest price of an ask, highest price of a bid, in micro-units per kWh.</summary>
        public int PriceMicrosPerKilowattHour;

        /// <inheritdoc/>
        protected override void VisitFields(FieldVisitor visitor)
        {
            Side = (TradeSide)visitor.Int("side", (int)Side, (int)TradeSide.Sell, (int)TradeSide.Buy);
            EnergyMilliwattHours = visitor.Int("energyMilliwattHours", EnergyMilliwattHours, 1, int.MaxValue);
            PriceMicrosPerKilowattHour = visitor.Int("priceMicrosPerKilowattHour", PriceMicrosPerKilowattHour, 0, HighestPriceMicros);
        }
    }
}
