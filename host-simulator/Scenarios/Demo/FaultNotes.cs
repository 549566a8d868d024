// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Scenarios.Results;

namespace Prosumeter.Simulator.Scenarios.Demo;

/// <summary>What faults kept out of the registers of each home, in words.</summary>
internal static class FaultNotes
{
    /// <summary>One for each home that faults took something from.</summary>
    public static IEnumerable<string> Of(IEnumerable<MeterResult> meters) => meters.Where(meter => meter.Faults != default).Select(Of);

    private static string Of(MeterResult meter)
    {
        FaultEnergies faults = meter.Faults;
        return $"{meter.Home}: of {KilowattHours(meter.True)} kWh faults kept {KilowattHours(faults.NotMeasured)} from being measured, {KilowattHours(faults.NotSaved)} from being saved{Misread(faults)}";
    }

    private static string Misread(FaultEnergies faults)
    {
        double wattHours = faults.Misread.SumMilliwattHours / 1000.0;
        return Math.Abs(wattHours) < 0.05
            ? string.Empty
            : string.Create(CultureInfo.InvariantCulture, $"; a frozen converter showed {Math.Abs(wattHours):0.0} Wh too {(wattHours > 0 ? "much" : "little")}");
    }

    private static string KilowattHours(HomeEnergies energies) => (energies.SumMilliwattHours / 1e6).ToString("0.000", CultureInfo.InvariantCulture);
}
