// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace UnitsNet;

/// <summary>A power.</summary>
public readonly struct Power
{
    private Power(double watts)
    {
        Watts = watts;
    }

    /// <summary>In watts.</summary>
    public double Watts { get; }

    /// <summary>In milliwatts.</summary>
    public double Milliwatts => Watts * 1e3;

    /// <summary>A power given in watts.</summary>
    public static Power FromWatts(double watts)
    {
        return new Power(watts);
    }
}
