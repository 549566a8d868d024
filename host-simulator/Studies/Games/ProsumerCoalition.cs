// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Studies.Games;

/// <summary>
/// Prosumers that pool their net energy behind one connection: what they no longer buy at the retail price and sell at the wholesale (feed-in) price is the worth of
/// the coalition.
/// </summary>
public static class ProsumerCoalition
{
    /// <summary>Builds the coalition game of net positions.</summary>
    /// <param name="netKilowattHours">For each prosumer (1 to 20) the net energy of every interval in kWh, surplus positive; all of one length.</param>
    /// <param name="retailPerKilowattHour">Price of energy from the grid.</param>
    /// <param name="wholesalePerKilowattHour">Price of energy to the grid, at most the retail price.</param>
    /// <returns>The game whose values are savings: cost of the members alone minus cost together, 0 or more.</returns>
    /// <exception cref="ArgumentException">No prosumers, lengths differ, or the wholesale price is above the retail price.</exception>
    public static CoalitionGame Create(IReadOnlyList<double[]> netKilowattHours, double retailPerKilowattHour, double wholesalePerKilowattHour)
    {
        if (netKilowattHours.Count == 0 || netKilowattHours.Any(n => n.Length != netKilowattHours[0].Length))
        {
            throw new ArgumentException("each prosumer needs a net energy for the same intervals", nameof(netKilowattHours));
        }

        if (!(wholesalePerKilowattHour <= retailPerKilowattHour))
        {
            throw new ArgumentException($"the wholesale price {wholesalePerKilowattHour} is above the retail price {retailPerKilowattHour}", nameof(wholesalePerKilowattHour));
        }

        return new CoalitionGame(netKilowattHours.Count, Savings);

        double Savings(int coalition)
        {
            double savings = 0;
            for (int interval = 0; interval < netKilowattHours[0].Length; interval++)
            {
                savings += SavingsOfInterval(coalition, interval);
            }

            return savings;
        }

        // Each kWh that a member with surplus passes to a member in deficit saves the spread between the two prices.
        double SavingsOfInterval(int coalition, int interval)
        {
            double surplus = 0, deficit = 0;
            for (int i = 0; i < netKilowattHours.Count; i++)
            {
                double net = (coalition >> i & 1) * netKilowattHours[i][interval];
                surplus += Math.Max(0, net);
                deficit += Math.Max(0, -net);
            }

            return (retailPerKilowattHour - wholesalePerKilowattHour) * Math.Min(surplus, deficit);
        }
    }
}
