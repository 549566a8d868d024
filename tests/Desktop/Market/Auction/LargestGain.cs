// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

/// <summary>
/// The largest possible gains from trade of a small book, found by trying every way to share units among the orders of each side (dynamic programming over the
/// number of units), with no regard to merit order. Energies that are whole units have a whole optimum: the constraints are totally unimodular.
/// </summary>
internal static class LargestGain
{
    /// <summary>The optimum in mWh times micro-units per kWh.</summary>
    public static long Of(IReadOnlyCollection<(TradeSide Side, Order Order)> offers, long unitMilliwattHours)
    {
        long[] worth = Best(offers.Where(offer => offer.Side == TradeSide.Buy).Select(offer => offer.Order), unitMilliwattHours, 1);
        long[] cost = Best(offers.Where(offer => offer.Side == TradeSide.Sell).Select(offer => offer.Order), unitMilliwattHours, -1);
        return Enumerable.Range(0, Math.Min(worth.Length, cost.Length)).Max(units => worth[units] + cost[units]);
    }

    // For each number of units: the largest sum of sign times price times energy.
    private static long[] Best(IEnumerable<Order> orders, long unit, int sign)
    {
        long[] best = [0];
        foreach (Order order in orders)
        {
            long[] before = best;
            best = Enumerable.Repeat(long.MinValue, before.Length + (int)(order.EnergyMilliwattHours / unit)).ToArray();
            for (int total = 0; total < best.Length; total++)
            {
                for (int own = Math.Max(0, total - before.Length + 1); own <= Math.Min(total, order.EnergyMilliwattHours / unit); own++)
                {
                    best[total] = Math.Max(best[total], before[total - own] + (sign * own * unit * order.PriceMicrosPerKilowattHour));
                }
            }
        }

        return best;
    }
}
