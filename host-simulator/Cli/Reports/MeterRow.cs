// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Scenarios.Results;

namespace Prosumeter.Simulator.Cli.Reports;

/// <summary>One line of the table: a meter, the whole cluster, or the operator. What is null is left empty.</summary>
/// <param name="Number">Meter number.</param>
/// <param name="Home">Home, or what the line is about.</param>
/// <param name="PvKilowatts">Installed PV power.</param>
/// <param name="StorageKilowattHours">Storage capacity.</param>
/// <param name="Strategy">Pricing strategy.</param>
/// <param name="Energies">Energy by register.</param>
/// <param name="SoldMilliwattHours">Energy sold.</param>
/// <param name="BoughtMilliwattHours">Energy bought.</param>
/// <param name="AmountMicros">Money, received positive.</param>
/// <param name="GainMicros">What trading was worth.</param>
internal sealed record MeterRow(
    string Number,
    string Home,
    string PvKilowatts,
    string StorageKilowattHours,
    string Strategy,
    HomeEnergies? Energies,
    long SoldMilliwattHours,
    long BoughtMilliwattHours,
    long AmountMicros,
    long? GainMicros)
{
    /// <summary>The line of a meter.</summary>
    public static MeterRow Of(MeterResult meter) => new(
        meter.Meter.ToString(CultureInfo.InvariantCulture),
        meter.Home,
        Kilo(meter.PvPeakWatts),
        Kilo(meter.StorageWattHours),
        meter.Strategy,
        meter.Tally.Metered,
        meter.Tally.SoldMilliwattHours,
        meter.Tally.BoughtMilliwattHours,
        meter.Tally.AmountMicros,
        meter.GainMicros);

    /// <summary>The line of all meters.</summary>
    public static MeterRow Of(IReadOnlyCollection<MeterResult> meters) => new(
        string.Empty,
        "cluster",
        string.Empty,
        string.Empty,
        string.Empty,
        meters.Aggregate(default(HomeEnergies), (sum, meter) => sum + meter.Tally.Metered),
        meters.Sum(meter => meter.Tally.SoldMilliwattHours),
        meters.Sum(meter => meter.Tally.BoughtMilliwattHours),
        meters.Sum(meter => meter.Tally.AmountMicros),
        meters.Sum(meter => meter.GainMicros));

    /// <summary>The line of the operator.</summary>
    public static MeterRow Of(OperatorResult result) => new(
        string.Empty,
        "operator",
        string.Empty,
        string.Empty,
        string.Empty,
        null,
        result.SoldMilliwattHours,
        result.BoughtMilliwattHours,
        result.BalanceMicros,
        null);

    private static string Kilo(int value) => value == 0 ? "-" : (value / 1000.0).ToString("0.#", CultureInfo.InvariantCulture);
}
