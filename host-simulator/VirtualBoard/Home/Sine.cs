// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>A sine out of multiplications only: Math.Sin may differ in its last bit from machine to machine.</summary>
internal static class Sine
{
    /// <summary>The sine of a share of a full turn; error below 1e-7.</summary>
    internal static double OfTurn(double turns)
    {
        double phase = turns - Math.Floor(turns);
        double half = phase < 0.5 ? phase : phase - 0.5;
        double quarter = half < 0.25 ? half : 0.5 - half;
        double value = OfQuarter(quarter * 2 * Math.PI);
        return phase < 0.5 ? value : -value;
    }

    // Taylor's series up to the eleventh power, for 0 to pi / 2.
    private static double OfQuarter(double x)
    {
        double square = x * x;
        double sum = 1 - (square / 110);
        sum = 1 - (square / 72 * sum);
        sum = 1 - (square / 42 * sum);
        sum = 1 - (square / 20 * sum);
        sum = 1 - (square / 6 * sum);
        return x * sum;
    }
}
