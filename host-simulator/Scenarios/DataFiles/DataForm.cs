// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>A kind of CSV file the simulator reads: its columns and how a row becomes a sample. A file is recognised by its header.</summary>
internal sealed class DataForm
{
    private const int WattScale = 1000;
    private const int MicroScale = 1_000_000;
    private const decimal MaxWatts = 1_000_000;
    private const decimal MaxPrice = 1000;

    /// <summary>2025-07-31T23:00:00Z: where hour 0 of a file is put that counts hours and names no year.</summary>
    private const long FirstHourUtcSeconds = 1_754_002_800;

    private DataForm(DataKind kind, CsvColumn[] columns, Func<long[], Sample> convert)
    {
        Kind = kind;
        Columns = columns;
        Convert = convert;
    }

    /// <summary>All forms, the documented default first. docs/data-format.md describes them.</summary>
    public static IReadOnlyList<DataForm> All { get; } =
    [
        new(DataKind.LoadAndPv,
            [CsvColumn.Time("utc_time"), Watts("load_w"), Watts("pv_w"), CsvColumn.Text("home", isOptional: true)],
            row => new Sample(row[0], row[1], row[2])),
        new(DataKind.Load,
            [CsvColumn.Time("utc_time"), Watts("load_w"), CsvColumn.Text("home", isOptional: true)],
            row => new Sample(row[0], row[1], 0)),
        new(DataKind.RetailAndFeedIn,
            [CsvColumn.Time("utc_time"), Price("retail_per_kwh"), Price("feed_in_per_kwh")],
            row => new Sample(row[0], row[1], row[2])),
        new(DataKind.LoadAndPv,
            [Hour(), CsvColumn.Whole("month", 1, 12), CsvColumn.Whole("hour_of_day", 0, 23), WattHours("load_wh"), WattHours("pv_wh")],
            row => new Sample(TimeOfHour(row[0]), row[3], row[4])),
        new(DataKind.Retail,
            [Hour(), Price("usd_per_kwh")],
            row => new Sample(TimeOfHour(row[0]), row[1], 0)),
        new(DataKind.Load,
            [CsvColumn.UnixTime("unix_time"), Watts("load_w")],
            row => new Sample(row[0], row[1], 0)),
        new(DataKind.PvPerUnit,
            [CsvColumn.UnixTime("unix_time"), CsvColumn.Measured("per_unit", 0, 2, MicroScale, "output per installed unit")],
            row => new Sample(row[0], row[1], 0)),
        new(DataKind.RetailAndFeedIn,
            [CsvColumn.UnixTime("unix_time"), Price("buy_eur_per_kwh"), Price("sell_eur_per_kwh")],
            row => new Sample(row[0], row[2], row[1])),
        new(DataKind.LoadAndPv,
            [CsvColumn.Time("local_time"), Watts("pv_w"), CsvColumn.Measured("grid_w", -MaxWatts, MaxWatts, WattScale, "W, import positive")],
            row => new Sample(row[0], row[1] + row[2], row[1])),
    ];

    /// <summary>What the values of a sample mean.</summary>
    public DataKind Kind { get; }

    /// <summary>Its columns; a file may have them in any order.</summary>
    public IReadOnlyList<CsvColumn> Columns { get; }

    /// <summary>Makes a sample of a row's values, which stand in the order of <see cref="Columns"/>.</summary>
    public Func<long[], Sample> Convert { get; }

    /// <summary>The form whose columns a header names, or null.</summary>
    public static DataForm? Of(IReadOnlyCollection<string> header) => All.FirstOrDefault(form => form.Fits(header));

    /// <summary>The header as it is written in a file, optional columns in brackets.</summary>
    public override string ToString() => string.Join(',', Columns.Select(column => column.IsOptional ? $"[{column.Name}]" : column.Name));

    private bool Fits(IReadOnlyCollection<string> header) =>
        header.Distinct().Count() == header.Count
        && header.All(name => Columns.Any(column => column.Name == name))
        && Columns.All(column => column.IsOptional || header.Contains(column.Name));

    private static long TimeOfHour(long hour) => FirstHourUtcSeconds + (hour * 3600);

    private static CsvColumn Watts(string name) => CsvColumn.Measured(name, 0, MaxWatts, WattScale, "W");

    /// <summary>The energy of an hour in Wh is its mean power in W.</summary>
    private static CsvColumn WattHours(string name) => CsvColumn.Measured(name, 0, MaxWatts, WattScale, "Wh in the hour");

    private static CsvColumn Price(string name) => CsvColumn.Measured(name, -MaxPrice, MaxPrice, MicroScale, "money per kWh");

    private static CsvColumn Hour() => CsvColumn.Whole("hour", 0, 100_000);
}
