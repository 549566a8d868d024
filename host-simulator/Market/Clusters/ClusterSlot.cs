// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>A cleared slot of one cluster, both levels.</summary>
/// <param name="Cluster">Name of the cluster.</param>
/// <param name="Local">The cluster's own auction.</param>
/// <param name="Upper">What each home holds in addition by the cluster's trades with others.</param>
/// <param name="Backstop">What became of demand that no auction served, by home; homes without any are left out.</param>
/// <param name="Returned">Energy of unsold deposits that went back to its owners, by home, in mWh.</param>
/// <param name="Coins">Coins of the slot; none is outstanding.</param>
/// <param name="IsDemandCut">Whether interruptible loads are cut.</param>
/// <param name="Metrics">The figures of the slot.</param>
public sealed record ClusterSlot(
    string Cluster,
    SlotClearing Local,
    IReadOnlyDictionary<int, Position> Upper,
    IReadOnlyList<BackstopPurchase> Backstop,
    IReadOnlyDictionary<int, long> Returned,
    Coins Coins,
    bool IsDemandCut,
    ClusterMetrics Metrics)
{
    /// <summary>What a home holds of both levels.</summary>
    public Position PositionOf(int meter) => Local.PositionOf(meter) + Upper.GetValueOrDefault(meter);
}
