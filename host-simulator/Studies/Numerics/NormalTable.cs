// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Prosumeter.Simulator.Studies.Numerics;

/// <summary>
/// Standard normal numbers from uniform bits through a table of the quantile function: 2048 cells, linear inside a cell. The outermost
/// cells keep the mean of the tail, so values end at about 3.8 standard deviations; standard deviation 1 to 1e-3.
/// </summary>
public static class NormalTable
{
    private const int CellBits = 11;
    private const int Cells = 1 << CellBits;
    private const double PerCell = 1.0 / (1L << (32 - CellBits));

    private static readonly double[] s_edge = Tabulate();

    /// <summary>The standard normal number of 32 random bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(uint bits)
    {
        // The cell has CellBits bits and the table one entry more than cells, so no bounds need checking.
        ref double low = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(s_edge), bits >> (32 - CellBits));
        return low + ((Unsafe.Add(ref low, 1) - low) * ((int)(bits & ((1u << (32 - CellBits)) - 1)) * PerCell));
    }

    /// <summary>The chance of a number below z, for z from 0 to 6: 1/2 + phi(z) (z + z^3/3 + z^5/(3*5) + ...), Marsaglia 2004.</summary>
    public static double Cumulative(double z)
    {
        double term = z;
        double sum = z;
        for (int i = 3; term > sum * 1e-17; i += 2)
        {
            term *= z * z / i;
            sum += term;
        }

        return 0.5 + (sum * Density(z));
    }

    private static double[] Tabulate()
    {
        double[] edge = new double[Cells + 1];
        double z = 0;
        for (int i = (Cells / 2) + 1; i < Cells; i++)
        {
            z = Quantile((double)i / Cells, z);
            edge[i] = z;
            edge[Cells - i] = -z;
        }

        double meanOfTail = Density(z) * Cells;
        edge[Cells] = (2 * meanOfTail) - z;
        edge[0] = -edge[Cells];
        return edge;
    }

    // Newton's method from a neighbouring quantile; the steps shrink quadratically.
    private static double Quantile(double probability, double start)
    {
        double z = start;
        for (int i = 0; i < 8; i++)
        {
            z -= (Cumulative(z) - probability) / Density(z);
        }

        return z;
    }

    private static double Density(double z) => ExactMath.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
}
