// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>
/// Who serves what no auction served: the grid at the real-time price, or in an island the reserve at the central price, firm loads only and the highest bid first.
/// What remains is unserved. An auction's energy goes to a home's firm loads first.
/// </summary>
/// <param name="reserve">The cluster's reserve.</param>
/// <param name="isIslanded">Whether there is no grid.</param>
/// <param name="isCut">Whether interruptible loads are cut.</param>
/// <param name="prices">The grid's prices.</param>
internal sealed class Backstop(Reserve reserve, bool isIslanded, bool isCut, ClusterPrices prices)
{
    /// <summary>Serves the bids of a slot.</summary>
    /// <param name="bids">The bids.</param>
    /// <param name="positionOf">What each home holds by the auctions.</param>
    /// <returns>One purchase for each home that the auctions did not serve in full.</returns>
    public BackstopPurchase[] Serve(IEnumerable<ClusterBid> bids, Func<int, Position> positionOf) => bids
        .OrderByDescending(bid => bid.PriceMicrosPerKilowattHour)
        .ThenBy(bid => bid.Meter)
        .Select(bid => Serve(bid, positionOf(bid.Meter).BoughtMilliwattHours))
        .Where(purchase => purchase.GridMilliwattHours + purchase.ReserveMilliwattHours + purchase.UnservedMilliwattHours > 0)
        .ToArray();

    private BackstopPurchase Serve(ClusterBid bid, long boughtMilliwattHours)
    {
        long firm = Math.Max(0, bid.FirmMilliwattHours - boughtMilliwattHours);
        long interruptible = bid.InterruptibleMilliwattHours - Math.Max(0, boughtMilliwattHours - bid.FirmMilliwattHours);
        return isIslanded ? FromReserve(bid.Meter, firm, interruptible) : FromGrid(bid.Meter, firm, interruptible);
    }

    private BackstopPurchase FromGrid(int meter, long firm, long interruptible)
    {
        (long grid, long unserved) = isCut ? (firm, interruptible) : (firm + interruptible, 0);
        return new BackstopPurchase(meter, grid, 0, unserved, Money.Amount(grid, prices.RealTimeMicrosPerKilowattHour));
    }

    private BackstopPurchase FromReserve(int meter, long firm, long interruptible)
    {
        long drawn = reserve.Draw(firm);
        return new BackstopPurchase(meter, 0, drawn, firm - drawn + interruptible, Money.Amount(drawn, prices.RetailMicrosPerKilowattHour));
    }
}
