// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Studies.Statistics;

/// <summary>A mean over seeds, with its spread.</summary>
/// <param name="Mean">Mean of the seeds' values.</param>
/// <param name="Sd">Standard deviation over seeds; 0 for a single seed.</param>
/// <param name="Count">Seeds.</param>
public readonly record struct Estimate(double Mean, double Sd, int Count)
{
    // Two-sided 95 % of the normal distribution.
    private const double Z = 1.959963984540054;

    // The same of Student's t with 1 to 9 degrees of freedom, where the expansion below is not good.
    private static readonly double[] s_studentT = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];

    /// <summary>Half the width of the 95 % confidence interval of the mean (Student's t); infinite for a single seed.</summary>
    public double HalfWidth => Count < 2 ? double.PositiveInfinity : StudentT(Count - 1) * Sd / Math.Sqrt(Count);

    /// <summary>Lower end of the 95 % confidence interval of the mean.</summary>
    public double Low => Mean - HalfWidth;

    /// <summary>Upper end of the 95 % confidence interval of the mean.</summary>
    public double High => Mean + HalfWidth;

    /// <summary>The estimate of some values.</summary>
    public static Estimate Of(IEnumerable<double> values)
    {
        double[] all = [.. values];
        double mean = all.Average();
        double sd = all.Length < 2 ? 0 : Math.Sqrt(all.Sum(v => (v - mean) * (v - mean)) / (all.Length - 1));
        return new Estimate(mean, sd, all.Length);
    }

    private static double StudentT(int degrees)
    {
        if (degrees <= s_studentT.Length)
        {
            return s_studentT[degrees - 1];
        }

        // Cornish-Fisher expansion, Abramowitz and Stegun 26.7.5.
        double z3 = Z * Z * Z, z5 = z3 * Z * Z, n = degrees;
        return Z + ((z3 + Z) / (4 * n)) + (((5 * z5) + (16 * z3) + (3 * Z)) / (96 * n * n));
    }
}
