// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using Prosumeter.Simulator.Scenarios.Results;
using Prosumeter.Simulator.Scenarios.Soak;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Reports;

/// <summary>A soak as a table.</summary>
internal static class SoakReport
{
    private const int MostViolations = 20;

    /// <summary>Writes the table.</summary>
    public static void Write(IAnsiConsole console, SoakResult result)
    {
        console.MarkupLineInterpolated($"[bold]{result.Settings.Days} days, {result.Faults} faults, seed {result.Settings.Seed}[/]");
        console.MarkupLineInterpolated($"[grey]{result.Starts} starts, {result.Reports} slot reports, {result.Bids} bids, {result.Replays} sent as history[/]");
        console.MarkupLineInterpolated($"[grey]{result.Readings} of {result.ReadingsMade} readings, {result.ReadingReplays} sent as history, {result.ReadingsGivenWay} gave way to newer ones[/]");
        console.WriteLine();
        Line(console, "lost", result.Lost, "");
        Line(console, "doubled", result.Doubled, "");
        Line(console, "sequences used again", result.Reused, "");
        Line(console, "slots left out, flagged", result.LeftOut, "");
        Line(console, "energy not measured", Permille(result, faults => faults.NotMeasured), "per mille");
        Line(console, "energy not saved", Permille(result, faults => faults.NotSaved), "per mille");
        Line(console, "energy misread, frozen", Permille(result, faults => faults.Misread), "per mille");
        Line(console, "worst lateness of a sample", result.WorstLatenessMilliseconds, "ms");
        Line(console, "flash lasts for", result.FlashYears, "years");
        console.WriteLine();
        console.WriteLine("back on air after             links    median s     worst s");
        foreach (SoakRecovery recovery in result.Recoveries)
        {
            console.WriteLine(Line(recovery));
        }

        console.MarkupLineInterpolated($"[grey]promised: at most {SoakResult.MostRecoveryMilliseconds / 1000} s after each fault, median of all at most {SoakResult.MostMedianMilliseconds / 1000} s[/]");
        console.WriteLine();
        Verdict(console, result);
    }

    private static double Permille(SoakResult result, Func<FaultEnergies, HomeEnergies> part) =>
        part(result.Energies.Faults).SumMilliwattHours * 1000.0 / result.Energies.True.SumMilliwattHours;

    private static void Verdict(IAnsiConsole console, SoakResult result)
    {
        for (int i = 0; i < result.Violations.Count && i < MostViolations; i++)
        {
            console.MarkupLineInterpolated($"[red]{result.Violations[i]}[/]");
        }

        console.MarkupLine(result.Holds ? "[green]✓ holds[/]  nothing lost, nothing doubled" : "[red bold]✗ FAILS[/]");
    }

    private static string Line(SoakRecovery recovery) => recovery.Count == 0
        ? $"  {recovery.Fault,-24}{0,9}{"-",12}{"-",12}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"  {recovery.Fault,-24}{recovery.Count,9}{recovery.MedianMilliseconds / 1000.0,12:0.0}{recovery.WorstMilliseconds / 1000.0,12:0.0}");

    private static void Line(IAnsiConsole console, string name, double value, string unit) =>
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-28}{Math.Round(value, 3) + 0.0,12:0.###} {unit}").TrimEnd());
}
