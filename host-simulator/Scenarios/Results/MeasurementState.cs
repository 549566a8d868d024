// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>What had flowed in a home at a sample of its meter, and what of it the registers cannot show.</summary>
/// <param name="True">What had flowed.</param>
/// <param name="Faults">What faults kept out of the registers.</param>
public readonly record struct MeasurementState(HomeEnergies True, FaultEnergies Faults)
{
    private const long PerMilleFloorMilliwattHours = 1_000_000;

    /// <summary>What the registers should show.</summary>
    public HomeEnergies Measurable => True - Faults.Missing;

    /// <summary>What came between two moments.</summary>
    public static MeasurementState operator -(MeasurementState left, MeasurementState right) => new(left.True - right.True, left.Faults - right.Faults);

    /// <summary>
    /// The largest error of a register against what it should show, in per mille of what flowed there, at least of 1 kWh, so that an idle register is not divided by nothing.
    /// </summary>
    public double WorstErrorPermille(HomeEnergies registers)
    {
        HomeEnergies error = registers - Measurable;
        double grid = Math.Max(Permille(error.ImportMilliwattHours, True.ImportMilliwattHours), Permille(error.ExportMilliwattHours, True.ExportMilliwattHours));
        double storage = Math.Max(Permille(error.ChargeMilliwattHours, True.ChargeMilliwattHours), Permille(error.DischargeMilliwattHours, True.DischargeMilliwattHours));
        return Math.Max(Math.Max(grid, storage), Permille(error.GenerationMilliwattHours, True.GenerationMilliwattHours));
    }

    private static double Permille(long error, long of) => Math.Abs(error) * 1000.0 / Math.Max(of, PerMilleFloorMilliwattHours);
}
