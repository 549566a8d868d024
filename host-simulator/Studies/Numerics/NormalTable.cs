// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Prosumeter.Simulator.Studies.Numerics;

/// <summary>
/// Standard normal numbers from uniform bits through a table of the quantile function: 2048 cells, linear inside a cell. The outermost
/// cells keep the mean of the tail, so values end at about 3.8 standard deviations; standard deviation 1 to 1e-3.
/// </summary>
public static class NormalTable
{
    private const int CellBits = 11;
    private const int Cells = 1 << CellBits;
    private const int PlaceBits = 32 - CellBits;
    private const double PerPlace = 1.0 / (1L << PlaceBits);

    // Start and rise of each cell as two floats in one number, so that one read serves. At a fixed address, for vectors that read.
    private static readonly ulong[] s_cells = Pack(Tabulate());
    private static readonly unsafe ulong* s_start = (ulong*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(s_cells));

    /// <summary>The standard normal number of 64 random bits, of which the upper 32 count.</summary>
    public static double Of(ulong bits) => Of(Vector512.Create(bits)).ToScalar();

    /// <summary>The same of eight draws.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Of(Vector512<ulong> bits)
    {
        Vector512<ulong> cells = Look((bits >>> (64 - CellBits)).AsInt64());
        Vector512<long> place = ((bits >>> 32) & Vector512.Create((1UL << PlaceBits) - 1)).AsInt64();
        return Widen(cells) + (Widen(cells >>> 32) * (Vector512.ConvertToDouble(place) * PerPlace));
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

    // A cell's number has CellBits bits, so no bounds need checking.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector512<ulong> Look(Vector512<long> cells) => Avx2.IsSupported
        ? Vector512.Create(Avx2.GatherVector256(s_start, cells.GetLower(), sizeof(ulong)), Avx2.GatherVector256(s_start, cells.GetUpper(), sizeof(ulong)))
        : LookOneByOne(cells);

    private static unsafe Vector512<ulong> LookOneByOne(Vector512<long> cells)
    {
        Span<ulong> found = stackalloc ulong[Vector512<ulong>.Count];
        for (int i = 0; i < found.Length; i++)
        {
            found[i] = s_start[cells[i]];
        }

        return Vector512.Create<ulong>(found);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Widen(Vector512<ulong> floats)
    {
        Vector256<float> narrow = Vector256.Narrow(floats.GetLower(), floats.GetUpper()).AsSingle();
        return Vector512.Create(Vector256.WidenLower(narrow), Vector256.WidenUpper(narrow));
    }

    private static ulong[] Pack(double[] edge)
    {
        ulong[] cells = GC.AllocateArray<ulong>(Cells, pinned: true);
        for (int i = 0; i < Cells; i++)
        {
            uint low = BitConverter.SingleToUInt32Bits((float)edge[i]), rise = BitConverter.SingleToUInt32Bits((float)(edge[i + 1] - edge[i]));
            cells[i] = ((ulong)rise << 32) | low;
        }

        return cells;
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
