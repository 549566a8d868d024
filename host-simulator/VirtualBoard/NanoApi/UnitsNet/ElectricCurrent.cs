// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace UnitsNet;

/// <summary>A current.</summary>
public readonly struct ElectricCurrent
{
    private ElectricCurrent(double amperes)
    {
        Amperes = amperes;
    }

    /// <summary>In amperes.</summary>
    public double Amperes { get; }

    /// <summary>In milliamperes.</summary>
    public double Milliamperes => Amperes * 1e3;

    /// <summary>A current given in amperes.</summary>
    public static ElectricCurrent FromAmperes(double amperes)
    {
        return new ElectricCurrent(amperes);
    }
}
