// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using Prosumeter.Simulator.Scenarios.Results;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Reports;

/// <summary>A scenario for people: picture, table, checks.</summary>
internal static class ScenarioReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(IAnsiConsole console, ScenarioResult result)
    {
        console.MarkupLineInterpolated($"[bold]{Title(result)}[/]");
        console.WriteLine();
        DayChart.Write(console, result);
        console.WriteLine();
        MeterTable.Write(console, result);
        console.WriteLine();
        CheckList.Write(console, result);
        foreach (string note in result.Notes)
        {
            console.MarkupLineInterpolated($"[yellow]note[/] {note}");
        }
    }

    private static string Title(ScenarioResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Meters.Count} meters of cluster '{result.Cluster}', {DateTime.UnixEpoch.AddSeconds(result.StartUtcSeconds):yyyy-MM-dd}, {Days(result.Days)}, slots of {result.SlotSeconds / 60} min, {result.Rule} market, {result.Messages} messages");

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";
}
