// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Globalization;
using Prosumeter.Simulator.Scenarios.Torture;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Reports;

/// <summary>A power-cut proof as a table.</summary>
internal static class TortureReport
{
    /// <summary>Writes the table.</summary>
    public static void Write(IAnsiConsole console, TortureResult result)
    {
        TortureEvents events = result.Reference.Events;
        console.MarkupLineInterpolated(
            $"[bold]{result.Settings.Slots} slots, {result.Reference.Bytes} {Places(result.Settings)}[/]");
        console.MarkupLineInterpolated(
            $"[grey]script: {events.Starts} starts, {events.JournalWrites} journal writes, {events.Bids} bids, {events.Awards} awards, {events.Reports} reports, {events.Acknowledged} acknowledged, {events.Readings} readings kept, {events.QTableWrites} Q-table[/]");
        console.WriteLine();
        Line(console, "power cuts", result.Cuts, "");
        JournalBound bound = result.Reference.Bound;
        Line(console, "worst loss of energy", result.WorstLossMilliwattHours / 1000.0, Within("Wh", bound.MilliwattHours));
        Line(console, "worst loss of time", result.WorstLossMilliseconds / 1000.0, Within("s", bound.Milliseconds));
        Line(console, "worst recovery", result.WorstRecoveryMilliseconds / 1000.0, "s");
        Line(console, "messages lost", result.LostMessages, "");
        Line(console, "messages doubled", result.DoubledMessages, "");
        Line(console, "runs with a violation", result.ViolatedRuns, "");
        console.WriteLine();
        Verdict(console, result);
    }

    private static void Verdict(IAnsiConsole console, TortureResult result)
    {
        foreach (string violation in result.Violations)
        {
            console.MarkupLineInterpolated($"[red]{violation}[/]");
        }

        if (!result.Reference.Events.AreComplete)
        {
            console.MarkupLine("[red]The script lacks something that writes to flash: take more slots or another seed.[/]");
        }

        console.MarkupLine(result.Holds ? "[green]✓ holds[/]  nothing lost beyond the bound, nothing doubled" : "[red bold]✗ FAILS[/]");
    }

    private static void Line(IAnsiConsole console, string name, double value, string unit) =>
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24}{value,12:0.###} {unit}").TrimEnd());

    private static string Within(string unit, long thousandths) =>
        string.Create(CultureInfo.InvariantCulture, $"{unit,-2} of {thousandths / 1000.0:0.###} {unit} that a cut may take");

    private static string Places(TortureSettings settings) => settings.Protection switch
    {
        TortureProtection.Fram => $"bytes to FRAM; cut at every {Ordinal(settings.Every)}byte",
        TortureProtection.PowerFail => $"tenths of a second; supply fails at every {Ordinal(settings.Every)}one, with 0.3 s of hold-up",
        _ => $"bytes to flash; cut at every {Ordinal(settings.Every)}byte, clean, torn and reordered",
    };

    private static string Ordinal(int every) => every == 1 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"{every}th ");
}
