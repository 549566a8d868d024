// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.Intrinsics;

namespace Prosumeter.Simulator.Studies.Homes;

/// <summary>Arrays handled eight numbers at a time. Each number comes out the same wherever in a vector it stands.</summary>
internal static class Vectors
{
    /// <summary>Numbers in a vector.</summary>
    public const int Width = 8;

    /// <summary>The length of an array that holds so many numbers in whole vectors.</summary>
    public static int RoundUp(int count) => (count + Width - 1) & -Width;

    /// <summary>Reads a vector from a span from <paramref name="index"/> on; zeros beyond its end.</summary>
    public static Vector512<double> Load(ReadOnlySpan<double> span, int index)
    {
        if (index + Width <= span.Length)
        {
            return Vector512.Create(span[index..]);
        }

        Span<double> padded = stackalloc double[Width];
        padded.Clear();
        span[index..].CopyTo(padded);
        return Vector512.Create<double>(padded);
    }

    /// <summary>Writes a vector to a span from <paramref name="index"/> on, as far as the span goes.</summary>
    public static void Store(Vector512<double> vector, Span<double> span, int index)
    {
        if (index + Width <= span.Length)
        {
            vector.CopyTo(span[index..]);
            return;
        }

        for (int i = 0; index + i < span.Length; i++)
        {
            span[index + i] = vector[i];
        }
    }
}
