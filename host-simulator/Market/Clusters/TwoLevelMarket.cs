// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Market.UpperLevel;

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>
/// The two-level market of Sabounchi and Wei. Homes put asks and bids to their cluster; <see cref="Clear"/> clears both levels of a slot: each cluster's own auction,
/// then the auction among aggregators of what these left over, then the grid in real time or, for an island, the reserve. Unsold energy returns to its owners.
/// </summary>
public sealed class TwoLevelMarket
{
    private readonly ClusterMarket[] _clusters;

    /// <summary>A market of some clusters.</summary>
    /// <exception cref="ArgumentException">A setting is out of range or two clusters have one name; the message says which.</exception>
    public TwoLevelMarket(IEnumerable<ClusterSettings> clusters)
    {
        _clusters = clusters.Select(settings => new ClusterMarket(settings)).ToArray();
        if (_clusters.GroupBy(cluster => cluster.Settings.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"Two clusters are named '{twice.Key}'; each needs a name of its own.", nameof(clusters));
        }
    }

    /// <summary>The clusters, in the order in which they were given.</summary>
    public IReadOnlyList<ClusterMarket> Clusters => _clusters;

    /// <summary>Clears both levels of a slot. All asks and bids are used up.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="prices">The grid's prices in it.</param>
    /// <exception cref="ArgumentOutOfRangeException">A price is negative.</exception>
    public TwoLevelSlot Clear(int slot, ClusterPrices prices)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(prices.RetailMicrosPerKilowattHour);
        ArgumentOutOfRangeException.ThrowIfNegative(prices.RealTimeMicrosPerKilowattHour);
        SlotClearing[] local = Array.ConvertAll(_clusters, cluster => cluster.ClearLocal(slot, prices));
        ClusterOffer[] offers = _clusters.Zip(local, (cluster, clearing) => ClusterOffer.Of(cluster.Settings.Name, clearing)).ToArray();
        IReadOnlyList<ClusterTrade> trades = UpperLevelAuction.Clear(offers);
        return new TwoLevelSlot(slot, _clusters.Zip(local, (cluster, clearing) => cluster.Finish(clearing, trades, prices)).ToArray(), trades);
    }
}
