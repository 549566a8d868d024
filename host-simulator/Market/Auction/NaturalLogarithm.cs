// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The natural logarithm from additions, multiplications and divisions only. <see cref="Math.Log(double)"/> is the C library's and may differ between machines in
/// its last bit, which could turn the choice between two prices.
/// </summary>
internal static class NaturalLogarithm
{
    private const double LogarithmOfTwo = 0.693147180559945309417;
    private const double RootOfTwo = 1.41421356237309504880;

    // The series' argument stays below 0.1716, whose 23rd power is below the last bit of a double.
    private const int LastPower = 21;

    /// <summary>ln(x) for finite x above 0.</summary>
    public static double Of(double x)
    {
        int exponent = Math.ILogB(x);
        double mantissa = Math.ScaleB(x, -exponent);
        if (mantissa > RootOfTwo)
        {
            mantissa /= 2;
            exponent++;
        }

        // ln(m) = 2 artanh((m - 1) / (m + 1)), m within 1/sqrt 2 .. sqrt 2.
        double argument = (mantissa - 1) / (mantissa + 1), square = argument * argument, series = 0;
        for (int power = LastPower; power > 0; power -= 2)
        {
            series = (series * square) + (1.0 / power);
        }

        return (2 * argument * series) + (exponent * LogarithmOfTwo);
    }
}
