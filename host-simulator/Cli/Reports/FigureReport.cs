// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Prosumeter.Simulator.Studies.Reports;
using Prosumeter.Simulator.Workloads;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Reports;

/// <summary>Figures of benchmarks: a table for people, JSON for programs.</summary>
internal static class FigureReport
{
    private static readonly TableColumn<Figure>[] s_columns =
    [
        new("workload", -42, (figure, _) => figure.Name),
        new("runs", 4, (figure, _) => figure.Repeats.ToString(CultureInfo.InvariantCulture)),
        new("median ms", 9, (figure, _) => Text(figure.WallMilliseconds.Median)),
        new("min", 8, (figure, _) => Text(figure.WallMilliseconds.Lowest)),
        new("max", 8, (figure, _) => Text(figure.WallMilliseconds.Highest)),
        new("CPU ms", 8, (figure, _) => Text(figure.CpuMilliseconds.Median)),
        new("bytes", 10, (figure, _) => figure.AllocatedBytes.Median.ToString("0", CultureInfo.InvariantCulture)),
    ];

    /// <summary>Writes the figures as JSON, with the machine's number of processors. Names carry the units.</summary>
    public static void WriteJson(TextWriter output, IReadOnlyList<Figure> figures) =>
        output.WriteLine(JsonText.Of(new { Environment.ProcessorCount, figures }));

    /// <summary>Writes the table, and below it each figure that is not within its limit.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<Figure> figures)
    {
        console.WriteLine(Line(column => column.Head()));
        foreach (Figure figure in figures)
        {
            console.MarkupLineInterpolated($"{Line(column => column.Of(figure))} {Mark(figure)}");
        }

        console.WriteLine();
        foreach (Figure figure in figures)
        {
            WriteLimit(console, figure);
        }
    }

    private static void WriteLimit(IAnsiConsole console, Figure figure)
    {
        if (!figure.Holds)
        {
            console.MarkupLineInterpolated($"[red bold]✗ {figure.Name}[/]: at most {Text(figure.Limit!)}");
        }
    }

    private static string Mark(Figure figure) => figure.Limit is null ? string.Empty : figure.Holds ? "✓" : "✗";

    private static string Text(Limit limit)
    {
        List<string> parts = [];
        Add(parts, limit.WallMilliseconds, "ms");
        Add(parts, limit.CpuMilliseconds, "ms of CPU");
        Add(parts, limit.AllocatedBytes, "bytes");
        return string.Join(", ", parts);
    }

    private static void Add(List<string> parts, double? value, string unit)
    {
        if (value is double limit)
        {
            parts.Add($"{Text(limit)} {unit}");
        }
    }

    private static string Text(double value) => value.ToString(value < 100 ? "0.###" : "0.#", CultureInfo.InvariantCulture);

    private static string Line(Func<TableColumn<Figure>, string> cell) => string.Join(' ', Array.ConvertAll(s_columns, column => cell(column)));
}
