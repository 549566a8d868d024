// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>One meter's part in a scenario.</summary>
/// <param name="Meter">Its number.</param>
/// <param name="Home">Where its load comes from.</param>
/// <param name="PvPeakWatts">Installed PV power; 0 without.</param>
/// <param name="StorageWattHours">Usable storage capacity; 0 without.</param>
/// <param name="Strategy">How it prices its asks.</param>
/// <param name="Sensors">What it measures with.</param>
/// <param name="True">What truly flowed, by the home's own integrals.</param>
/// <param name="Tally">What was seen of it on the bus.</param>
/// <param name="OperatorOnlyMicros">What the same metering would have brought from the operator alone, in micro-units, received positive.</param>
public sealed record MeterResult(
    int Meter,
    string Home,
    int PvPeakWatts,
    int StorageWattHours,
    string Strategy,
    string Sensors,
    HomeEnergies True,
    MeterTally Tally,
    long OperatorOnlyMicros)
{
    private const long PerMilleFloorMilliwattHours = 1_000_000;

    /// <summary>What trading was worth: the meter's money less what the operator alone would have given, in micro-units.</summary>
    public long GainMicros => Tally.AmountMicros - OperatorOnlyMicros;

    /// <summary>The largest error of a register in per mille of what truly flowed, at least of 1 kWh, so that an idle register is not divided by nothing.</summary>
    public double WorstErrorPermille
    {
        get
        {
            HomeEnergies error = Tally.Metered - True;
            return Math.Max(
                Math.Max(
                    Permille(error.ImportMilliwattHours, True.ImportMilliwattHours),
                    Permille(error.ExportMilliwattHours, True.ExportMilliwattHours)),
                Math.Max(
                    Permille(error.GenerationMilliwattHours, True.GenerationMilliwattHours),
                    Math.Max(
                        Permille(error.ChargeMilliwattHours, True.ChargeMilliwattHours),
                        Permille(error.DischargeMilliwattHours, True.DischargeMilliwattHours))));
        }
    }

    private static double Permille(long error, long of) => Math.Abs(error) * 1000.0 / Math.Max(of, PerMilleFloorMilliwattHours);
}
