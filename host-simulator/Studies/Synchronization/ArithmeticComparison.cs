// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>The same seed learned once in Q16.16 and once in floating point.</summary>
/// <param name="DifferentSlots">Slots of all prosumers' policies that differ.</param>
/// <param name="Slots">Slots of all prosumers' policies.</param>
/// <param name="ClearDifferentSlots">Of these, those in which either arithmetic sees an advantage beyond the margin, for or against.</param>
/// <param name="LargestShareDifference">Largest difference of the share that synchronizes in any part of the day.</param>
public sealed record ArithmeticComparison(int DifferentSlots, int Slots, int ClearDifferentSlots, double LargestShareDifference)
{
    /// <summary>Learns one seed twice.</summary>
    public static ArithmeticComparison Run(Experiment experiment, ulong seed, System.Action? dayDone = null)
    {
        ModelHomes homes = experiment.Homes(seed);
        QLearner<FixedQValues> fixedPoint = experiment.Learn(seed, homes, (reading, prosumers) => new FixedQValues(reading, prosumers), dayDone);
        QLearner<FloatQValues> floating = experiment.Learn(seed, homes, (reading, prosumers) => new FloatQValues(reading, prosumers), dayDone);
        PolicyTable a = fixedPoint.Greedy(), b = floating.Greedy();
        (int Slot, int Prosumer)[] different = [.. Cells(a).Where(c => a[c.Slot, c.Prosumer] != b[c.Slot, c.Prosumer])];
        return new ArithmeticComparison(
            different.Length,
            a.Slots * a.Prosumers,
            different.Count(c => IsClear(fixedPoint.Values, a.Slots, c) || IsClear(floating.Values, a.Slots, c)),
            PartsOfDay.All.Max(part => System.Math.Abs(Share(a, part) - Share(b, part))));
    }

    private static IEnumerable<(int Slot, int Prosumer)> Cells(PolicyTable table) =>
        from prosumer in Enumerable.Range(0, table.Prosumers)
        from slot in Enumerable.Range(0, table.Slots)
        select (slot, prosumer);

    private static bool IsClear(IQValues values, int slots, (int Slot, int Prosumer) cell)
    {
        double largest = Enumerable.Range(0, slots).Max(slot => System.Math.Abs(Advantage(values, slot, cell.Prosumer)));
        return System.Math.Abs(Advantage(values, cell.Slot, cell.Prosumer)) > SeedResult.Margin * largest;
    }

    private static double Advantage(IQValues values, int slot, int prosumer) => values.Value(slot, 1, prosumer) - values.Value(slot, 0, prosumer);

    private static double Share(PolicyTable table, HourSpan part) =>
        part.MeanOf([.. Enumerable.Range(0, table.Slots).Select(slot => Enumerable.Range(0, table.Prosumers).Average(p => table[slot, p] ? 1.0 : 0))]);
}
