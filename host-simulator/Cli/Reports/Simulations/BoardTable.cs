// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Scenarios.Simulation;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Reports.Simulations;

/// <summary>The homes that lived on virtual boards, one a line; 100 characters wide.</summary>
internal static class BoardTable
{
    private const int MostRows = 40;

    private static readonly TableColumn<BoardRow>[] s_columns =
    [
        new("home on a board", -24, (row, _) => row.Home),
        new("starts", 6, (row, _) => Count(row.Board.Starts)),
        new("off", 6, (row, _) => row.OffMinutes),
        new("alone", 6, (row, _) => row.AloneMinutes),
        new("late", 4, (row, _) => Count(row.Board.ReportsLate)),
        new("missing", 7, (row, _) => Count(row.Board.ReportsMissing)),
        new("unmeasured", 10, (row, width) => Quantity.KilowattHours(row.Board.NotMeasuredMilliwattHours + row.Board.NotSavedMilliwattHours, width)),
        new("faults", -30, (row, _) => row.Faults),
    ];

    /// <summary>Writes the table, if there is anything in it.</summary>
    public static void Write(IAnsiConsole console, SimulationOutcome outcome)
    {
        IReadOnlyList<BoardRow> rows = BoardRow.Of(outcome);
        if (rows.Count == 0)
        {
            return;
        }

        console.MarkupLineInterpolated($"[grey]whole firmwares; a fault of network or broker is one of the home's own connection[/]");
        console.MarkupLineInterpolated($"[grey]off and alone in min; slot reports that came late or never; unmeasured: kWh, five registers[/]");
        console.MarkupLineInterpolated($"[bold]{Join(column => column.Head())}[/]");
        foreach (BoardRow row in rows.Take(MostRows))
        {
            console.WriteLine(Join(column => column.Of(row)));
        }

        if (rows.Count > MostRows)
        {
            console.MarkupLineInterpolated($"[grey]and {rows.Count - MostRows} more: --output or --json has them all[/]");
        }

        console.WriteLine();
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Join(Func<TableColumn<BoardRow>, string> cell) => string.Join(' ', s_columns.Select(cell)).TrimEnd();
}
