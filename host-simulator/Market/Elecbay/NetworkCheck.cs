// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market.Elecbay;

/// <summary>The network operator's decision: would the accepted orders of a period and one more keep the feeder inside its limits?</summary>
/// <param name="feeder">The feeder.</param>
/// <param name="busOfMeter">Bus of each meter.</param>
/// <param name="slotSeconds">Length of a period in s; an order's energy flows evenly over it.</param>
public sealed class NetworkCheck(RadialFeeder feeder, IReadOnlyDictionary<int, int> busOfMeter, int slotSeconds)
{
    private const double SecondsPerHour = 3600;

    /// <summary>Decides on an order.</summary>
    /// <param name="order">The order.</param>
    /// <param name="accepted">Orders of the same period that have been accepted.</param>
    /// <param name="baseLoadWatts">Load of each bus without the traded energy, in W.</param>
    /// <returns>The constraint that would be broken, or null when there is none.</returns>
    /// <exception cref="ArgumentException">A meter stands on no bus of the feeder.</exception>
    public NetworkConstraint? Decide(EnergyOrder order, IEnumerable<EnergyOrder> accepted, IReadOnlyList<double> baseLoadWatts)
    {
        ArgumentNullException.ThrowIfNull(order);
        double[] netLoad = baseLoadWatts.ToArray();
        foreach (EnergyOrder each in accepted.Append(order))
        {
            double watts = each.EnergyMilliwattHours / 1000.0 * (SecondsPerHour / slotSeconds);
            netLoad[BusOf(each.Buyer)] += watts;
            netLoad[BusOf(each.Listing.Seller)] -= watts;
        }

        return feeder.FirstViolation(netLoad);
    }

    private int BusOf(int meter) => busOfMeter.TryGetValue(meter, out int bus) ? bus : throw new ArgumentException($"meter {meter} stands on no bus of the feeder", nameof(meter));
}
