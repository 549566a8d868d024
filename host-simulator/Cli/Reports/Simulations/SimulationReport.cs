// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Scenarios.Simulation;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Reports.Simulations;

/// <summary>A simulation for people.</summary>
internal static class SimulationReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(IAnsiConsole console, SimulationOutcome outcome)
    {
        console.MarkupLineInterpolated($"[bold]{Title(outcome)}[/]");
        console.WriteLine();
        ClusterTable.Write(console, outcome);
        console.WriteLine();
        BoardTable.Write(console, outcome);
        foreach (ClusterOutcome cluster in outcome.Clusters)
        {
            foreach (string violation in cluster.Conservation.Violations)
            {
                console.MarkupLineInterpolated($"[red]{violation}[/]");
            }
        }

        foreach (ClusterOutcome cluster in outcome.Clusters)
        {
            WriteElecbay(console, cluster);
        }

        WriteMessages(console, outcome);
        console.MarkupLine(Verdict(outcome));
    }

    private static void WriteElecbay(IAnsiConsole console, ClusterOutcome cluster)
    {
        if (cluster.Elecbay is not ElecbayOutcome elecbay)
        {
            return;
        }

        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{cluster.Cluster}: {elecbay.Orders} orders, {elecbay.Settled} settled; rejected by the market {elecbay.RejectedByMarket}, by the network {elecbay.RejectedByNetwork}, by the supplier {elecbay.RejectedBySupplier}"));
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{elecbay.SettledMilliwattHours / 1e6:0.00} of {elecbay.OrderedMilliwattHours / 1e6:0.00} kWh delivered and taken; fees {elecbay.PlatformMicros / 1e6:0.00}, penalties {elecbay.SupplierMicros / 1e6:0.00}"));
        foreach (string rejection in elecbay.Rejections.DistinctBy(reason => reason.Split(": ")[1]))
        {
            console.MarkupLineInterpolated($"[grey]for example {rejection}[/]");
        }
    }

    private static void WriteMessages(IAnsiConsole console, SimulationOutcome outcome)
    {
        MessageOutcome[] messages = outcome.Clusters.Select(cluster => cluster.Messages).OfType<MessageOutcome>().ToArray();
        if (messages.Length > 0)
        {
            int refused = outcome.Clusters.Sum(cluster => cluster.Slots.Sum(slot => slot.Refused));
            console.MarkupLineInterpolated(
                $"messages: {messages.Sum(each => each.Sent)} sent, {messages.Sum(each => each.Lost)} lost, {messages.Sum(each => each.Doubled)} doubled, {messages.Sum(each => each.Late)} late, {refused} refused by their receivers");
        }
    }

    private static string Title(SimulationOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{outcome.Scenario}: {outcome.Clusters.Count} clusters, {outcome.Clusters.Sum(cluster => cluster.Homes.Count)} homes, {DateTime.UnixEpoch.AddSeconds(outcome.StartUtcSeconds):yyyy-MM-dd}, {outcome.Days} d, slots of {outcome.SlotSeconds / 60} min, seed {outcome.Seed}");

    private static string Verdict(SimulationOutcome outcome)
    {
        long checks = outcome.Clusters.Sum(cluster => cluster.Conservation.Checks), failures = outcome.Clusters.Sum(cluster => cluster.Conservation.Failures);
        return outcome.IsConserved
            ? string.Create(CultureInfo.InvariantCulture, $"[green]✓ holds[/]  energy and money are conserved in every slot ({checks} checks)")
            : string.Create(CultureInfo.InvariantCulture, $"[red bold]✗ FAILS[/]  {failures} of {checks} checks of energy and money");
    }
}
