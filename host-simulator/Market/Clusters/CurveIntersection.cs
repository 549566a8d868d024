// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Numerics;

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>
/// Where the linearised curves of a cluster cross: demand p = P_m (1 - q/D) and supply p = Q + (P_m - Q) q/E, the price P_i(C = 0) of Sabounchi and Wei, equation (14).
/// </summary>
/// <param name="EnergyMilliwattHours">Energy q in mWh, rounded down.</param>
/// <param name="PriceMicrosPerKilowattHour">Price p in micro-units per kWh, rounded down.</param>
public readonly record struct CurveIntersection(long EnergyMilliwattHours, int PriceMicrosPerKilowattHour)
{
    /// <summary>The intersection; no energy at the central price when the curves do not cross.</summary>
    /// <param name="retailMicrosPerKilowattHour">Central price P_m, 0 or more.</param>
    /// <param name="lowestCostMicrosPerKilowattHour">Cost Q of the cheapest supply, 0 or more.</param>
    /// <param name="demandMilliwattHours">Demand D at price 0, in mWh, 0 or more.</param>
    /// <param name="supplyMilliwattHours">Supply E at price P_m, in mWh, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative.</exception>
    public static CurveIntersection Of(
        int retailMicrosPerKilowattHour, int lowestCostMicrosPerKilowattHour, long demandMilliwattHours, long supplyMilliwattHours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retailMicrosPerKilowattHour);
        ArgumentOutOfRangeException.ThrowIfNegative(lowestCostMicrosPerKilowattHour);
        ArgumentOutOfRangeException.ThrowIfNegative(demandMilliwattHours);
        ArgumentOutOfRangeException.ThrowIfNegative(supplyMilliwattHours);
        if (retailMicrosPerKilowattHour <= lowestCostMicrosPerKilowattHour || demandMilliwattHours == 0 || supplyMilliwattHours == 0)
        {
            return new CurveIntersection(0, retailMicrosPerKilowattHour);
        }

        // q = s D E / (P_m E + s D) and p = Q + s q / E, with the spread s = P_m - Q.
        BigInteger spread = retailMicrosPerKilowattHour - lowestCostMicrosPerKilowattHour;
        BigInteger risingDemand = spread * demandMilliwattHours;
        BigInteger slopes = ((BigInteger)retailMicrosPerKilowattHour * supplyMilliwattHours) + risingDemand;
        return new CurveIntersection(
            (long)(risingDemand * supplyMilliwattHours / slopes),
            lowestCostMicrosPerKilowattHour + (int)(spread * risingDemand / slopes));
    }
}
