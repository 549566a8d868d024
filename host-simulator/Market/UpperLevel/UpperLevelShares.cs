// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>
/// Hands a cluster's trades with other clusters down to its meters: what was sold comes from the unsold asks and what was bought goes to the unserved bids, both in
/// merit order. Amounts are running shares rounded down, so they add up to the trade's amount and each meter is within one micro-unit of its exact one.
/// </summary>
public static class UpperLevelShares
{
    /// <summary>What each meter of a cluster holds in addition to its local trades.</summary>
    /// <param name="clearing">The cluster's own clearing of the slot.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="trades">The slot's trades; those without the cluster are left out.</param>
    /// <param name="taxPermille">Tax tau on sellers in per mille, 0 to 1000.</param>
    /// <exception cref="InvalidOperationException">More was traded than the clearing left over.</exception>
    public static IReadOnlyDictionary<int, Position> Of(SlotClearing clearing, string cluster, IEnumerable<ClusterTrade> trades, int taxPermille)
    {
        ArgumentNullException.ThrowIfNull(clearing);
        ILookup<bool, ClusterTrade> byIsSale = trades
            .Where(trade => trade.Seller == cluster || trade.Buyer == cluster)
            .OrderBy(trade => trade.PriceMicrosPerKilowattHour)
            .ToLookup(trade => trade.Seller == cluster);
        Dictionary<int, Position> positions = [];
        Share(Leftover.Of(clearing.Book.Asks, clearing.Outcome.Asks), byIsSale[true], (meter, energy, amount) =>
            Add(positions, meter, new Position(energy, 0, amount, 0, Money.Share(amount, taxPermille))));
        Share(Leftover.Of(clearing.Book.Bids, clearing.Outcome.Bids), byIsSale[false], (meter, energy, amount) =>
            Add(positions, meter, new Position(0, energy, 0, amount, 0)));
        return positions;
    }

    // The cheapest trade goes to the highest bids: a trade was made for energy bid at its price or more, so nobody pays above the own bid.
    private static void Share(IEnumerable<Leftover> leftovers, IEnumerable<ClusterTrade> trades, Action<int, long, long> give)
    {
        LeftoverQueue left = new(leftovers);
        foreach (ClusterTrade trade in trades)
        {
            for (long shared = 0; shared < trade.EnergyMilliwattHours;)
            {
                (int meter, long energy) = left.Take(trade.EnergyMilliwattHours - shared);
                give(meter, energy, AmountUntil(trade, shared + energy) - AmountUntil(trade, shared));
                shared += energy;
            }
        }
    }

    private static long AmountUntil(ClusterTrade trade, long energy) => (long)((Int128)trade.AmountMicros * energy / trade.EnergyMilliwattHours);

    private static void Add(Dictionary<int, Position> positions, int meter, Position position) =>
        positions[meter] = positions.GetValueOrDefault(meter) + position;
}
