// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>Count, mean and sum of squared deviations of some numbers (Welford's method).</summary>
internal struct Sample
{
    /// <summary>Numbers.</summary>
    public int Count { get; private set; }

    /// <summary>Their mean.</summary>
    public double Mean { get; private set; }

    /// <summary>Sum of squared deviations from the mean.</summary>
    public double Squares { get; private set; }

    /// <summary>Adds a number.</summary>
    public void Add(double value)
    {
        Count++;
        double deviation = value - Mean;
        Mean += deviation / Count;
        Squares += deviation * (value - Mean);
    }
}
