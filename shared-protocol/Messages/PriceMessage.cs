// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Messages
{
    /// <summary>Prices of the market for a slot; it also proves that an aggregator lives.</summary>
    public sealed class PriceMessage : Message
    {
        /// <summary>Price at which the operator sells, P_m, in micro-units per kWh.</summary>
        public int RetailMicrosPerKilowattHour;

        /// <summary>Price at which the operator buys, in micro-units per kWh.</summary>
        public int FeedInMicrosPerKilowattHour;

        /// <summary>Bids for a slot close this many seconds before it starts.</summary>
        public int GateSeconds;

        /// <inheritdoc/>
        public override MessageType Type
        {
            get { return MessageType.Price; }
        }
    }
}
