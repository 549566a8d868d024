// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>A shunt and a voltage divider in front of an INA219.</summary>
public sealed class DcMeteringPoint : IMeteringPoint
{
    private readonly Ina219Chip _chip;

    /// <summary>Puts a chip into the installation.</summary>
    public DcMeteringPoint(Ina219Chip chip)
    {
        _chip = chip;
    }

    /// <summary>Resistance of the shunt in microohms. 20 milliohms measure up to 16 A at the chip's 320 mV.</summary>
    public int ShuntMicroohms { get; init; } = 20_000;

    /// <summary>Ratio of the divider in per mille: 20:1 brings 380 V down to 19 V.</summary>
    public int BusDividerPermille { get; init; } = 20_000;

    /// <summary>Voltage of the DC bus in V.</summary>
    public double NominalVolts { get; init; } = 380;

    /// <inheritdoc/>
    public void Show(double watts)
    {
        Show(watts, NominalVolts);
    }

    /// <inheritdoc/>
    public void Show(double watts, double volts)
    {
        double shuntMicrovolts = watts / volts * ShuntMicroohms;
        double busMillivolts = volts * 1e6 / BusDividerPermille;
        _chip.SetInputs((int)Math.Round(shuntMicrovolts), (int)Math.Round(busMillivolts));
    }
}
