// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Cli.Reports.Html;

/// <summary>The figures at the head of the page.</summary>
internal static class PageTiles
{
    private const double Million = 1e6;

    /// <summary>The figures of a simulation.</summary>
    public static IReadOnlyList<PageTile> Of(SimulationOutcome outcome)
    {
        int homes = outcome.Clusters.Sum(cluster => cluster.Homes.Count);
        long local = Sum(outcome, slot => slot.BoughtMilliwattHours), upper = Sum(outcome, slot => slot.UpperBoughtMilliwattHours);
        long bought = local + upper + Sum(outcome, slot => slot.OperatorSoldMilliwattHours);
        long checks = outcome.Clusters.Sum(cluster => cluster.Conservation.Checks), failures = outcome.Clusters.Sum(cluster => cluster.Conservation.Failures);
        List<PageTile> tiles =
        [
            new(Share(local, bought), "of the bought energy comes from the own cluster"),
            new(Share(upper, bought), "comes from other clusters"),
            new(Text($"{PeakKilowatts(outcome):0.0} kW"), "highest net import of all meters"),
            new(Text($"{outcome.Clusters.Sum(cluster => cluster.GainMicros) / Million / homes / outcome.Days:0.00}"), "gain of a home and day against the operator alone, same metering"),
        ];
        if (outcome.WithoutMarket is SimulationOutcome other)
        {
            double difference = (outcome.Clusters.Sum(cluster => cluster.HomesMicros) - other.Clusters.Sum(cluster => cluster.HomesMicros)) / Million / homes / outcome.Days;
            tiles.Insert(3, new(Text($"{PeakKilowatts(other):0.0} kW"), "the same without a market"));
            tiles.Add(new(Text($"{difference:+0.00;-0.00;0}"), "money of a home and day more than without a market"));
        }

        tiles.Add(new(failures == 0 ? "conserved" : Text($"{failures} failures"), Text($"energy and money, {checks} checks"), failures == 0));
        return tiles;
    }

    private static double PeakKilowatts(SimulationOutcome outcome) => Enumerable.Range(0, outcome.Clusters[0].Slots.Count)
        .Max(index => outcome.Clusters.Sum(cluster => cluster.Slots[index].ImportMilliwattHours - cluster.Slots[index].ExportMilliwattHours))
        / Million * 3600 / outcome.SlotSeconds;

    private static long Sum(SimulationOutcome outcome, Func<SlotFigures, long> figure) => outcome.Clusters.Sum(cluster => cluster.Slots.Sum(figure));

    private static string Share(long part, long whole) => whole == 0 ? "0 %" : Text($"{100.0 * part / whole:0.0} %");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
