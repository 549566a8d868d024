// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// Where metering and position differ, each register by itself. The operator is the backstop of both: it sells the deficit at retail and buys the surplus at feed-in.
/// Summed over a cluster, import less export is deficit less surplus, because what the meters sold one another is what they bought.
/// </summary>
/// <param name="DeficitMilliwattHours">Bought from the operator, in mWh: import beyond the bought energy, and sold energy that was not exported.</param>
/// <param name="SurplusMilliwattHours">Sold to the operator, in mWh: export beyond the sold energy, and bought energy that was not imported.</param>
/// <param name="ShortfallMilliwattHours">Awarded energy that was neither exported nor imported, in mWh.</param>
public readonly record struct Imbalance(long DeficitMilliwattHours, long SurplusMilliwattHours, long ShortfallMilliwattHours)
{
    /// <summary>Compares a position with the metered energy of its period.</summary>
    public static Imbalance Of(Position position, MeteredEnergy metered)
    {
        long importBeyond = metered.ImportMilliwattHours - position.BoughtMilliwattHours;
        long exportBeyond = metered.ExportMilliwattHours - position.SoldMilliwattHours;
        return new Imbalance(
            Math.Max(importBeyond, 0) + Math.Max(-exportBeyond, 0),
            Math.Max(exportBeyond, 0) + Math.Max(-importBeyond, 0),
            Math.Max(-exportBeyond, 0) + Math.Max(-importBeyond, 0));
    }
}
