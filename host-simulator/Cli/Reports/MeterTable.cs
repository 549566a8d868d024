// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Prosumeter.Simulator.Scenarios.Results;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Reports;

/// <summary>The meters of a scenario, one a line, and below them the cluster and the operator; 100 characters wide.</summary>
internal static class MeterTable
{
    private static readonly TableColumn<MeterRow>[] s_columns =
    [
        new("#", 3, (row, _) => row.Number),
        new("home", -11, (row, _) => row.Home),
        new("kWp", 4, (row, _) => row.PvKilowatts),
        new("kWh", 4, (row, _) => row.StorageKilowattHours),
        new("strategy", -11, (row, _) => row.Strategy),
        new("import", 6, Energy(energies => energies.ImportMilliwattHours)),
        new("export", 6, Energy(energies => energies.ExportMilliwattHours)),
        new("PV", 6, Energy(energies => energies.GenerationMilliwattHours)),
        new("charge", 6, Energy(energies => energies.ChargeMilliwattHours)),
        new("disch.", 6, Energy(energies => energies.DischargeMilliwattHours)),
        new("sold", 5, (row, width) => Quantity.KilowattHours(row.SoldMilliwattHours, width)),
        new("bought", 6, (row, width) => Quantity.KilowattHours(row.BoughtMilliwattHours, width)),
        new("money", 7, (row, width) => Quantity.Money(row.AmountMicros, width)),
        new("gain", 6, (row, width) => row.GainMicros is long gain ? Quantity.Money(gain, width) : string.Empty),
    ];

    /// <summary>Writes the table.</summary>
    public static void Write(IAnsiConsole console, ScenarioResult result)
    {
        console.MarkupLineInterpolated($"[grey]installed PV and storage │ energy by register, kWh │ energy traded, kWh │ money, received positive[/]");
        console.MarkupLineInterpolated($"[bold]{Join(column => column.Head())}[/]");
        foreach (MeterResult meter in result.Meters)
        {
            MeterRow row = MeterRow.Of(meter);
            console.WriteLine(Join(column => column.Of(row)));
        }

        foreach (MeterRow row in (MeterRow[])[MeterRow.Of(result.Meters), MeterRow.Of(result.Operator)])
        {
            console.MarkupLineInterpolated($"[bold]{Join(column => column.Of(row))}[/]");
        }

        console.MarkupLineInterpolated($"[grey]gain: money less what the operator alone would have given for the same metering[/]");
    }

    private static Func<MeterRow, int, string> Energy(Func<HomeEnergies, long> register) =>
        (row, width) => row.Energies is HomeEnergies energies ? Quantity.KilowattHours(register(energies), width) : string.Empty;

    private static string Join(Func<TableColumn<MeterRow>, string> cell) => string.Join(' ', s_columns.Select(cell)).TrimEnd();
}
