// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>What a simulation was for one cluster.</summary>
/// <param name="Cluster">Its name.</param>
/// <param name="Rule">Its auction rule; "none" without a market.</param>
/// <param name="Homes">Its homes by meter.</param>
/// <param name="Slots">Its slots in order.</param>
/// <param name="OperatorMicros">Money the operator received, in micro-units.</param>
/// <param name="StorageLossMilliwattHours">Energy lost in the storages in mWh.</param>
/// <param name="Conservation">The checks of every slot.</param>
/// <param name="Messages">What happened to its messages; null when they all arrived in time.</param>
public sealed record ClusterOutcome(
    string Cluster,
    string Rule,
    IReadOnlyList<HomeOutcome> Homes,
    IReadOnlyList<SlotFigures> Slots,
    long OperatorMicros,
    long StorageLossMilliwattHours,
    ConservationOutcome Conservation,
    MessageOutcome? Messages)
{
    /// <summary>What came out of its marketplace; null without.</summary>
    public ElecbayOutcome? Elecbay { get; init; }

    /// <summary>Energy traded between homes of the cluster, in mWh.</summary>
    public long TradedMilliwattHours => Slots.Sum(slot => slot.SoldMilliwattHours);

    /// <summary>Money of all homes in micro-units, received positive.</summary>
    public long HomesMicros => Homes.Sum(home => home.AmountMicros);

    /// <summary>What trading was worth to all homes, in micro-units.</summary>
    public long GainMicros => Homes.Sum(home => home.GainMicros);
}
