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
    private long _atSample;
    private long _atSaved;
    private int _sampleCount;
    private bool _isBound;

    /// <summary>The most that a cut took, or would have taken just before a sample was saved, of what had flowed by then, in mWh.</summary>
    public long LostMilliwattHours { get; private set; }

    /// <summary>A step begins: a sample in it counts what has flowed until now.</summary>
    public void Stepping() => _atStep = bound.IsEverySample ? Total() : 0;

    /// <summary>The FRAM has taken the registers.</summary>
    public void Saved()
    {
        int sampleCount = meter.Firmware!.Sampler.SampleCount;
        _atSample = sampleCount != _sampleCount ? _atStep : _atSample;
        _sampleCount = sampleCount;
        Lose();
        _atSaved = _atSample;
        _isBound = sampleCount >= bound.FewestSamples;
    }

    /// <summary>The power was cut.</summary>
    public void Cut() => Lose();

    /// <summary>The firmware starts, with what was restored.</summary>
    public void Started()
    {
        _isBound = false;
        Check();
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

    private void Lose()
    {
        long lost = _isBound ? Total() - _atSaved : 0;
        LostMilliwattHours = Math.Max(LostMilliwattHours, lost);
        if (lost > bound.MilliwattHours)
        {
            violations.Add($"{lost} mWh have flowed since a sample was saved, bound {bound.MilliwattHours}");
        }
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
