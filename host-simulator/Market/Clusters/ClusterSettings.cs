// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>What one cluster of a two-level market is run by.</summary>
/// <param name="Name">Name of the cluster, 1 to 24 characters a-z, 0-9, '-'.</param>
/// <param name="Rule">The auction rule of the local level; the paper's is pay-as-ask.</param>
public sealed record ClusterSettings(string Name, IClearingRule Rule)
{
    /// <summary>Tax tau on sellers in per mille, 0 to 1000.</summary>
    public int TaxPermille { get; init; } = 50;

    /// <summary>Divisor m of the reserve in equation (11), 1 or more.</summary>
    public int ReserveDivisor { get; init; } = Reserve.UsualDivisor;

    /// <summary>Cost of the cheapest generation in the cluster, min Q, in micro-units per kWh, 0 or more.</summary>
    public int LowestCostMicrosPerKilowattHour { get; init; }

    /// <summary>Whether the cluster is cut off from the grid: what the other clusters do not sell comes from the reserve, or from nowhere.</summary>
    public bool IsIslanded { get; init; }

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">One is out of range; the message names it and what is allowed.</exception>
    public void Validate()
    {
        SettingCheck.Require(Topics.IsCluster(Name), nameof(Name), Name, "1 to 24 characters a-z, 0-9, '-'");
        SettingCheck.Require(TaxPermille is >= 0 and <= 1000, nameof(TaxPermille), TaxPermille, "0 to 1000");
        SettingCheck.Require(ReserveDivisor >= 1, nameof(ReserveDivisor), ReserveDivisor, "1 or more");
        SettingCheck.Require(LowestCostMicrosPerKilowattHour >= 0, nameof(LowestCostMicrosPerKilowattHour), LowestCostMicrosPerKilowattHour, "0 or more");
    }
}
