// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace UnitsNet;

/// <summary>A voltage.</summary>
public readonly struct ElectricPotential
{
    private ElectricPotential(double volts)
    {
        Volts = volts;
    }

    /// <summary>In volts.</summary>
    public double Volts { get; }

    /// <summary>In millivolts.</summary>
    public double Millivolts => Volts * 1e3;

    /// <summary>In microvolts.</summary>
    public double Microvolts => Volts * 1e6;

    /// <summary>A voltage given in volts.</summary>
    public static ElectricPotential FromVolts(double volts)
    {
        return new ElectricPotential(volts);
    }
}
