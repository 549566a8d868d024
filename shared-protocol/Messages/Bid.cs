// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>Offer to sell or to buy energy in a slot; at most 40 bytes on the wire.</summary>
    public sealed class Bid : Message
    {
        /// <summary>Sell (ask) or buy (bid).</summary>
        public TradeSide Side;

        /// <summary>Energy in mWh, 1 or more.</summary>
        public int EnergyMilliwattHours;

        /// <summary>Lowest price of an ask, highest price of a bid, in micro-units per kWh.</summary>
        public int PriceMicrosPerKilowattHour;

        /// <inheritdoc/>
        public override MessageType Type
        {
            get { return MessageType.Bid; }
        }
    }
}
