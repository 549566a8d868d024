// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>A current clamp on AIN0-AIN1 and a voltage transformer on AIN2-AIN3 of an ADS1115. Current in phase or in antiphase: the load is resistive.</summary>
public sealed class AcMeteringPoint : IMeteringPoint
{
    private const double PeakOfRms = 1.4142135623730951;

    private readonly SineVoltage _current = new();
    private readonly SineVoltage _voltage = new();

    /// <summary>Wires a chip. AIN1 and AIN3 carry the bias the two signals ride on.</summary>
    public AcMeteringPoint(Ads1115Chip chip)
    {
        var bias = new ConstantVoltage { Microvolts = SineVoltage.BiasMicrovolts };
        chip.Connect(0, _current);
        chip.Connect(1, bias);
        chip.Connect(2, _voltage);
        chip.Connect(3, bias);
    }

    /// <summary>Mains voltage in V, RMS.</summary>
    public double NominalVolts { get; init; } = 230;

    /// <summary>Mains voltage in mV that gives 1 V between AIN2 and AIN3.</summary>
    public int MillivoltsPerVolt { get; init; } = 460_000;

    /// <summary>Mains current in mA that gives 1 V between AIN0 and AIN1; an SCT-013-030 clamp has 30 A.</summary>
    public int MilliamperesPerVolt { get; init; } = 30_000;

    /// <summary>Period of the mains in microseconds.</summary>
    public int PeriodMicroseconds
    {
        get => _voltage.PeriodMicroseconds;
        set
        {
            _voltage.PeriodMicroseconds = value;
            _current.PeriodMicroseconds = value;
        }
    }

    /// <summary>How far the clamp's signal leads the voltage's, in microseconds.</summary>
    public int ClampLeadMicroseconds
    {
        get => _current.LeadMicroseconds;
        set => _current.LeadMicroseconds = value;
    }

    /// <summary>Offset between AIN0 and AIN1 in microvolts.</summary>
    public int CurrentOffsetMicrovolts
    {
        get => _current.OffsetMicrovolts;
        set => _current.OffsetMicrovolts = value;
    }

    /// <summary>Offset between AIN2 and AIN3 in microvolts.</summary>
    public int VoltageOffsetMicrovolts
    {
        get => _voltage.OffsetMicrovolts;
        set => _voltage.OffsetMicrovolts = value;
    }

    /// <inheritdoc/>
    public void Show(double watts)
    {
        Show(watts, NominalVolts);
    }

    /// <inheritdoc/>
    public void Show(double watts, double volts)
    {
        double amperes = watts / volts;
        _voltage.AmplitudeMicrovolts = volts * PeakOfRms * 1e9 / MillivoltsPerVolt;
        _current.AmplitudeMicrovolts = amperes * PeakOfRms * 1e9 / MilliamperesPerVolt;
    }
}
