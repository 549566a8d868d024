// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Scenarios.Simulation;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Reports.Simulations;

/// <summary>The clusters of a simulation, one a line, and their sum; 100 characters wide.</summary>
internal static class ClusterTable
{
    private static readonly TableColumn<ClusterRow>[] s_columns =
    [
        new("cluster", -13, (row, _) => row.Name),
        new("homes", 5, (row, _) => row.Homes),
        new("load", 8, (row, width) => Quantity.KilowattHours(row.Sum(slot => slot.LoadMilliwattHours), width)),
        new("PV", 8, (row, width) => Quantity.KilowattHours(row.Sum(slot => slot.GenerationMilliwattHours), width)),
        new("import", 8, (row, width) => Quantity.KilowattHours(row.Sum(slot => slot.ImportMilliwattHours), width)),
        new("export", 8, (row, width) => Quantity.KilowattHours(row.Sum(slot => slot.ExportMilliwattHours), width)),
        new("local", 8, (row, width) => Quantity.KilowattHours(row.Sum(slot => slot.SoldMilliwattHours), width)),
        new("upper", 8, (row, width) => Quantity.KilowattHours(row.Sum(slot => slot.UpperBoughtMilliwattHours), width)),
        new("operator", 8, (row, width) => Quantity.KilowattHours(row.Sum(slot => slot.OperatorSoldMilliwattHours), width)),
        new("money", 8, (row, width) => Quantity.Money(row.HomesMicros, width)),
        new("gain", 8, (row, width) => Quantity.Money(row.GainMicros, width)),
    ];

    /// <summary>Writes the table.</summary>
    public static void Write(IAnsiConsole console, SimulationOutcome outcome)
    {
        console.MarkupLineInterpolated($"[grey]energy in kWh: drawn, generated, over the meters; bought in the cluster, from other clusters, from the operator[/]");
        console.MarkupLineInterpolated($"[grey]money of the homes, received positive; gain: money less what the operator alone would have given[/]");
        console.MarkupLineInterpolated($"[bold]{Join(s_columns.Select(column => column.Head()))}[/]");
        foreach (ClusterOutcome cluster in outcome.Clusters)
        {
            console.WriteLine(Line(ClusterRow.Of(cluster)));
        }

        if (outcome.Clusters.Count > 1)
        {
            console.MarkupLineInterpolated($"[bold]{Line(ClusterRow.Of("all", outcome.Clusters))}[/]");
        }

        if (outcome.WithoutMarket is SimulationOutcome other)
        {
            console.MarkupLineInterpolated($"[grey]{Line(ClusterRow.Of("no market", other.Clusters))}[/]");
        }
    }

    private static string Line(ClusterRow row) => Join(s_columns.Select(column => column.Of(row)));

    private static string Join(IEnumerable<string> cells) => string.Join(' ', cells).TrimEnd();
}
