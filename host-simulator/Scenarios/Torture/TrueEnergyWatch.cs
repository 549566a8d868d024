// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Metering;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Results;

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>Holds the registers against what has truly flowed in the home: a power cut may take energy from them, but never add any.</summary>
internal sealed class TrueEnergyWatch(VirtualMeter meter, List<string> violations)
{
    // What sampling once a second and the sensors' resolution may add, measured without a cut.
    private const long TolerancePermille = 10;
    private const long ToleranceMilliwattHours = 2_000;

    public void Check()
    {
        HomeEnergies home = meter.TrueEnergiesAt(meter.UtcMicroseconds);
        RegisterBank registers = meter.Firmware!.Registers;
        Check("import", registers.Import, home.ImportMilliwattHours);
        Check("export", registers.Export, home.ExportMilliwattHours);
        Check("generation", registers.Generation, home.GenerationMilliwattHours);
        Check("charge", registers.Charge, home.ChargeMilliwattHours);
        Check("discharge", registers.Discharge, home.DischargeMilliwattHours);
    }

    private void Check(string name, EnergyRegister register, long trueMilliwattHours)
    {
        long most = trueMilliwattHours + (trueMilliwattHours * TolerancePermille / 1000) + ToleranceMilliwattHours;
        if (register.MilliwattHours > most)
        {
            violations.Add($"{name} shows {register.MilliwattHours} mWh, but only {trueMilliwattHours} have flowed");
        }
    }
}
