// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>The cut of interruptible loads.</summary>
public static class DemandCut
{
    /// <summary>
    /// Whether interruptible loads are cut in a slot: the central price is below the cost of the cheapest generation, so that no home can offer below it
    /// (Sabounchi and Wei, equation 10).
    /// </summary>
    /// <param name="retailMicrosPerKilowattHour">Central price P_m.</param>
    /// <param name="lowestCostMicrosPerKilowattHour">Cost of the cheapest generation, min Q.</param>
    public static bool IsDue(int retailMicrosPerKilowattHour, int lowestCostMicrosPerKilowattHour) => lowestCostMicrosPerKilowattHour > retailMicrosPerKilowattHour;

    /// <summary>
    /// Penalty O = phi max(0, min Q - P_m) of unserved demand phi, in micro-units (equation 20; as printed its sign is negative exactly when the cut happens).
    /// </summary>
    /// <param name="unservedMilliwattHours">Unserved demand phi in mWh, 0 or more.</param>
    /// <param name="retailMicrosPerKilowattHour">Central price P_m.</param>
    /// <param name="lowestCostMicrosPerKilowattHour">Cost of the cheapest generation, min Q.</param>
    public static long PenaltyMicros(long unservedMilliwattHours, int retailMicrosPerKilowattHour, int lowestCostMicrosPerKilowattHour) =>
        Money.Amount(unservedMilliwattHours, Math.Max(0, lowestCostMicrosPerKilowattHour - retailMicrosPerKilowattHour));
}
