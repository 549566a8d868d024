// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>What the local auction left of one meter's order.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="Energy">The energy that did not trade, at the order's limit price.</param>
internal readonly record struct Leftover(int Meter, PricedEnergy Energy)
{
    /// <summary>The orders of one side that did not trade in full, in merit order.</summary>
    public static IEnumerable<Leftover> Of(MeritOrder orders, Fills fills)
    {
        for (int rank = 0; rank < fills.Count; rank++)
        {
            Order order = orders[rank];
            long left = order.EnergyMilliwattHours - fills[rank].EnergyMilliwattHours;
            if (left > 0)
            {
                yield return new Leftover(order.Meter, new PricedEnergy(left, order.PriceMicrosPerKilowattHour));
            }
        }
    }
}
