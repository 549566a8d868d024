// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The prices at which exactly the crossing's orders want to trade: from the dearest sold ask or the best excluded bid to the cheapest bought bid or the best
/// excluded ask. A marginal order that is filled in part counts as excluded too.
/// </summary>
/// <param name="LowMicrosPerKilowattHour">Lower end in micro-units per kWh.</param>
/// <param name="HighMicrosPerKilowattHour">Upper end in micro-units per kWh.</param>
internal readonly record struct CompetitiveInterval(int LowMicrosPerKilowattHour, int HighMicrosPerKilowattHour)
{
    /// <summary>The interval of a crossing with trade.</summary>
    public static CompetitiveInterval Of(OrderBook book, Crossing crossing)
    {
        int low = book.Asks.PricesMicrosPerKilowattHour[crossing.LastAsk];
        int high = book.Bids.PricesMicrosPerKilowattHour[crossing.LastBid];
        StepCurve asks = crossing.AsksBeyond, bids = crossing.BidsBeyond;
        return new CompetitiveInterval(
            bids.IsAtEnd ? low : Math.Max(low, bids.PriceMicrosPerKilowattHour),
            asks.IsAtEnd ? high : Math.Min(high, asks.PriceMicrosPerKilowattHour));
    }

    /// <summary>The price at a share of the interval, rounded down to a whole micro-unit per kWh.</summary>
    /// <param name="permille">0 gives the lower end, 1000 the upper one.</param>
    public int At(int permille) => LowMicrosPerKilowattHour + (int)((HighMicrosPerKilowattHour - (long)LowMicrosPerKilowattHour) * permille / 1000);
}
