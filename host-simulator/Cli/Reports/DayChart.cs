// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Scenarios.Results;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Reports;

/// <summary>The cluster's days as a picture: import upwards, export downwards, and below them the traded energy and the price as strips.</summary>
internal sealed class DayChart
{
    private const int Columns = 96;
    private const int Rows = 12;
    private const int LabelColumns = 7;
    private const int SecondsPerHour = 3600;
    private const int SecondsPerDay = 86_400;
    private const int Eighths = 8;
    private const int Halves = 2;
    private const string RisingBlocks = " ▁▂▃▄▅▆▇█";
    private const string HangingBlocks = " ▀█";
    private readonly ScenarioResult _result;
    private readonly double[] _importKilowatts;
    private readonly double[] _exportKilowatts;
    private readonly double[] _tradedKilowatts;
    private readonly double[] _retail;

    private DayChart(ScenarioResult result)
    {
        _result = result;
        double kilowattsPerMilliwattHour = 3600.0 / result.SlotSeconds / 1e6;
        _importKilowatts = Columned(slot => slot.ImportMilliwattHours * kilowattsPerMilliwattHour);
        _exportKilowatts = Columned(slot => slot.ExportMilliwattHours * kilowattsPerMilliwattHour);
        _tradedKilowatts = Columned(slot => slot.SoldMilliwattHours * kilowattsPerMilliwattHour);
        _retail = Columned(slot => slot.RetailMicrosPerKilowattHour / 1e6);
    }

    /// <summary>Writes the picture.</summary>
    public static void Write(IAnsiConsole console, ScenarioResult result) => new DayChart(result).Write(console);

    private void Write(IAnsiConsole console)
    {
        double highest = Math.Max(_importKilowatts.Max(), 0.001);
        double lowest = _exportKilowatts.Max();
        int above = Math.Clamp((int)Math.Round(Rows * highest / (highest + lowest)), 2, Rows - 2);
        console.MarkupLineInterpolated($"[grey] kW [/][red]█ import from the grid[/]   [green]█ export to the grid[/]   [grey]mean power of the cluster's meters[/]");
        WriteImport(console, highest, above);
        WriteExport(console, lowest, Rows - above);
        console.MarkupLineInterpolated($"[grey]    {Times()}[/]");
        WriteStrip(console, Color.Yellow, _tradedKilowatts, Text($"traded between the meters, up to {_tradedKilowatts.Max():0.0} kW"));
        WriteStrip(console, Color.Blue, _retail, Text($"retail price, {_retail.Min():0.00} to {_retail.Max():0.00} per kWh"));
    }

    private void WriteImport(IAnsiConsole console, double highest, int rows)
    {
        for (int row = rows - 1; row >= 0; row--)
        {
            string bars = new(_importKilowatts.Select(power => Block(RisingBlocks, power / highest * rows, row, Eighths)).ToArray());
            console.MarkupLineInterpolated($"[grey]{Label(row == rows - 1 ? highest : row == 0 ? 0 : null)}[/][red]{bars}[/]");
        }
    }

    private void WriteExport(IAnsiConsole console, double lowest, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            string bars = new(_exportKilowatts.Select(power => Block(HangingBlocks, lowest > 0 ? power / lowest * rows : 0, row, Halves)).ToArray());
            console.MarkupLineInterpolated($"[grey]{Label(row == rows - 1 && lowest > 0 ? lowest : null)}[/][green]{bars}[/]");
        }
    }

    private static void WriteStrip(IAnsiConsole console, Color color, IReadOnlyCollection<double> values, string meaning)
    {
        console.WriteLine($"    {meaning}", new Style(Color.Grey));
        double highest = Math.Max(values.Max(), double.Epsilon);
        string strip = new(values.Select(value => Block(RisingBlocks, value / highest, 0, Eighths)).ToArray());
        console.WriteLine($"    {strip}", new Style(color));
    }

    /// <summary>Times of the day below one day, dates below several.</summary>
    private string Times()
    {
        bool isOneDay = _result.Days == 1;
        int step = isOneDay ? 3 * SecondsPerHour : SecondsPerDay * ((_result.Days * LabelColumns / Columns) + 1);
        char[] line = new string(' ', Columns).ToCharArray();
        for (int second = 0; second < _result.Days * SecondsPerDay; second += step)
        {
            string label = DateTime.UnixEpoch.AddSeconds(_result.StartUtcSeconds + second).ToString(isOneDay ? "HH':'mm" : "MM'-'dd", CultureInfo.InvariantCulture);
            int column = (int)((long)second * Columns / (_result.Days * SecondsPerDay));
            label.AsSpan(0, Math.Min(label.Length, Columns - column)).CopyTo(line.AsSpan(column));
        }

        return new string(line);
    }

    private double[] Columned(Func<SlotResult, double> value)
    {
        int slotsPerColumn = Math.Max(1, (_result.Slots.Count + Columns - 1) / Columns);
        return _result.Slots.Chunk(slotsPerColumn).Select(slots => slots.Average(value)).ToArray();
    }

    private static char Block(string blocks, double height, int row, int steps) =>
        blocks[Math.Clamp((int)Math.Round((height - row) * steps), 0, steps)];

    private static string Label(double? kilowatts) =>
        (kilowatts is double value ? value.ToString(value >= 9.95 ? "0" : "0.#", CultureInfo.InvariantCulture) : string.Empty).PadLeft(3) + "│";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
