// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Prosumeter.Policy;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Tests.Studies.Microgrid;

/// <summary>
/// The recommended reading once more, written for reading instead of speed: one object after another, a meter's own Q-table each, sorting in
/// every slot, buyers by number. The kernel must come to the same.
/// </summary>
internal sealed class PlainMicrogrid
{
    private const double BasePrice = 0.1;
    private const int AlphaQ16 = 655, GammaQ16 = 58982;

    private readonly IHomes _homes;
    private readonly double[] _asks;
    private readonly double _referenceKwh;

    public PlainMicrogrid(IHomes homes)
    {
        _homes = homes;
        _asks = [.. Enumerable.Repeat(BasePrice, homes.Prosumers)];
        _referenceKwh = 0.3 * homes.ExpectedPeakKwh;
        Tables = [.. Enumerable.Range(0, homes.Prosumers).Select(_ => new QTable())];
    }

    public QTable[] Tables { get; }

    public double ConsumerCost { get; private set; }

    public void RunDay(int day, IPolicy exploration)
    {
        double price = BasePrice, peak = _referenceKwh;
        for (int slot = 0; slot < 96; slot++)
        {
            double[] demand = new double[_homes.Prosumers + _homes.Consumers], generation = new double[_homes.Prosumers];
            _homes.Demand(day, slot, 0, demand);
            _homes.Generation(day, slot, 0, generation);
            bool[] tries = new bool[_homes.Prosumers];
            exploration.Choose(day, slot, 0, generation, tries);
            bool[] syncs = [.. Tables.Select((t, p) => (t.Best(slot) == PolicyAction.Sync) != tries[p])];
            double total = demand.Sum() + syncs.Select((s, p) => s ? 0.5 * demand[p] : 0).Sum();
            if (total > peak)
            {
                price *= total / peak * (total / peak);
                peak = total;
            }

            Learn(slot, syncs, Trade(price, demand, generation, syncs));
        }
    }

    private double[] Trade(double price, double[] demand, double[] generation, bool[] syncs)
    {
        int prosumers = _homes.Prosumers;
        double[] profit = new double[prosumers];
        double[] offers = [.. generation.Select((g, p) => syncs[p] ? 0 : Math.Max(0, g - demand[p]))];
        double[] left = [.. offers];
        int[] merit = [.. Enumerable.Range(0, prosumers).Where(p => offers[p] > 0 && _asks[p] <= price).OrderBy(p => _asks[p]).ThenBy(p => p)];
        for (int buyer = 0; buyer < demand.Length; buyer++)
        {
            double wanted = buyer >= prosumers ? demand[buyer] : syncs[buyer] ? 0 : Math.Max(0, demand[buyer] - generation[buyer]);
            double cost = Buy(wanted, price, merit, left, profit);
            if (buyer < prosumers)
            {
                profit[buyer] -= cost;
            }
            else
            {
                ConsumerCost += cost;
            }
        }

        for (int p = 0; p < prosumers; p++)
        {
            _asks[p] *= offers[p] == 0 ? 1 : left[p] < offers[p] ? 1.1 : 0.9;
        }

        return profit;
    }

    private double Buy(double wanted, double price, int[] merit, double[] left, double[] profit)
    {
        double cost = 0;
        foreach (int seller in merit)
        {
            double taken = Math.Min(wanted, left[seller]);
            cost += taken * _asks[seller];
            profit[seller] += taken * _asks[seller];
            left[seller] -= taken;
            wanted -= taken;
        }

        return cost + (wanted * price);
    }

    private void Learn(int slot, bool[] syncs, double[] profit)
    {
        for (int p = 0; p < syncs.Length; p++)
        {
            int rewardQ16 = (int)Math.Floor((profit[p] / BasePrice * QTable.One) + 0.5);
            Tables[p].Update(slot, syncs[p] ? PolicyAction.Sync : PolicyAction.Friendly, rewardQ16, AlphaQ16, GammaQ16);
        }
    }
}
