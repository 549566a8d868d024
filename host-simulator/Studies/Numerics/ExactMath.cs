// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Prosumeter.Simulator.Studies.Numerics;

/// <summary>
/// Exponential, sine and power from additions, multiplications, both at once, and square roots only. IEEE 754 fixes those to the last bit; the
/// mathematical library of each platform does not fix its own, and a seed must give the same result on every machine.
/// </summary>
public static class ExactMath
{
    // Adding and subtracting 1.5 * 2^52 rounds to a whole number, which then stands in the low bits.
    private const double Rounder = 6755399441055744;
    private const double LowestExponent = -700;
    private const double Log2OfE = 1.4426950408889634;
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const int MantissaBits = 52;

    /// <summary>e to the power <paramref name="x"/>, from -700 (below, the same as there) to 0; relative error below 1e-15.</summary>
    public static double Exp(double x) => Exp(Vector512.Create(x)).ToScalar();

    /// <summary>Eight exponentials at once: exp(x) = 2^n exp(r), |r| at most ln(2)/2, and the power series of exp(r).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Exp(Vector512<double> x)
    {
        Vector512<double> bounded = Vector512.ConditionalSelect(
            Vector512.GreaterThan(x, Vector512.Create(LowestExponent)), x, Vector512.Create(LowestExponent));
        Vector512<double> rounded = (bounded * Log2OfE) + Vector512.Create(Rounder);
        Vector512<double> n = rounded - Vector512.Create(Rounder);
        Vector512<double> r = bounded - (n * Ln2High) - (n * Ln2Low);
        Vector512<double> sum = Vector512.FusedMultiplyAdd(r, Vector512.Create(1.0 / 479001600), Vector512.Create(1.0 / 39916800));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 3628800));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 362880));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 40320));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 5040));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 720));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 120));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 24));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 6));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512.Create(1.0 / 2));
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512<double>.One);
        sum = Vector512.FusedMultiplyAdd(sum, r, Vector512<double>.One);
        return (sum.AsInt64() + (rounded.AsInt64() << MantissaBits)).AsDouble();
    }

    /// <summary>sin(pi/2 x) for x in [0, 1], eight at once; error below 1e-15.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> SineOfQuarterTurn(Vector512<double> x)
    {
        Vector512<double> y = x * (Math.PI / 2);
        Vector512<double> square = y * y;
        Vector512<double> sum = Vector512.FusedMultiplyAdd(square, Vector512.Create(-1.0 / 121645100408832000), Vector512.Create(1.0 / 355687428096000));
        sum = Vector512.FusedMultiplyAdd(sum, square, Vector512.Create(-1.0 / 1307674368000));
        sum = Vector512.FusedMultiplyAdd(sum, square, Vector512.Create(1.0 / 6227020800));
        sum = Vector512.FusedMultiplyAdd(sum, square, Vector512.Create(-1.0 / 39916800));
        sum = Vector512.FusedMultiplyAdd(sum, square, Vector512.Create(1.0 / 362880));
        sum = Vector512.FusedMultiplyAdd(sum, square, Vector512.Create(-1.0 / 5040));
        sum = Vector512.FusedMultiplyAdd(sum, square, Vector512.Create(1.0 / 120));
        sum = Vector512.FusedMultiplyAdd(sum, square, Vector512.Create(-1.0 / 6));
        return Vector512.FusedMultiplyAdd(sum, square, Vector512<double>.One) * y;
    }

    /// <summary><paramref name="x"/> to the power quarters/4, from 0 to 16 quarters, by multiplications and square roots.</summary>
    /// <exception cref="ArgumentOutOfRangeException">quarters is outside 0 to 16, or x is negative.</exception>
    public static double PowerOfQuarters(double x, int quarters)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(x);
        ArgumentOutOfRangeException.ThrowIfNegative(quarters);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarters, 16);
        double power = 1;
        for (int whole = quarters / 4; whole > 0; whole--)
        {
            power *= x;
        }

        double root = Math.Sqrt(x);
        power = (quarters & 2) != 0 ? power * root : power;
        return (quarters & 1) != 0 ? power * Math.Sqrt(root) : power;
    }
}
