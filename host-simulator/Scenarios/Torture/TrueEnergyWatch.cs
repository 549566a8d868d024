// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Metering;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Results;

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>
/// Holds the registers against what has truly flowed in the home: a power cut may take energy from them, but never add any. Where every sample is saved, it takes
/// no more than the bound of what has flowed, whether the firmware had measured it or not.
/// </summary>
internal sealed class TrueEnergyWatch(VirtualMeter meter, JournalBound bound, List<string> violations)
{
    // What sampling once a second and the sensors' resolution may add, measured without a cut.
    private const long TolerancePermille = 10;
    private const long ToleranceMilliwattHours = 2_000;

    private long _atStep;
    private long _atSavedSample;
    private int _sampleCount;

    /// <summary>The most that had flowed behind the last saved sample when the power was cut, in mWh.</summary>
    public long LostMilliwattHours { get; private set; }

    /// <summary>A step begins, and its sample counts what has flowed until now.</summary>
    public void Stepping() => _atStep = bound.IsEverySample ? Total() : 0;

    /// <summary>A step is done, and its sample saved.</summary>
    public void Stepped()
    {
        int sampleCount = meter.Firmware!.Sampler.SampleCount;
        _atSavedSample = sampleCount != _sampleCount ? _atStep : _atSavedSample;
        _sampleCount = sampleCount;
    }

    /// <summary>The power was cut.</summary>
    public void Cut()
    {
        if (bound.IsEverySample && _sampleCount >= bound.FewestSamples)
        {
            long lost = Total() - _atSavedSample;
            LostMilliwattHours = Math.Max(LostMilliwattHours, lost);
            if (lost > bound.MilliwattHours)
            {
                violations.Add($"{lost} mWh have flowed since the last saved sample, bound {bound.MilliwattHours}");
            }
        }

        _sampleCount = 0;
    }

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

    private long Total()
    {
        HomeEnergies home = meter.TrueEnergiesAt(meter.UtcMicroseconds);
        return home.ImportMilliwattHours + home.ExportMilliwattHours + home.GenerationMilliwattHours + home.ChargeMilliwattHours + home.DischargeMilliwattHours;
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
