// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Prosumeter.Simulator.Studies.Numerics;

/// <summary>
/// Random numbers that are a pure function of (seed, stream, day, slot, index): the same on every machine and for any number of threads.
/// SplitMix64 (Steele, Lea, Flood: <i>Fast splittable pseudorandom number generators</i>, OOPSLA 2014), read by counter.
/// </summary>
public static class CounterRandom
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private const ulong SlotsPerDayLimit = 4096;

    /// <summary>The start of the sequence of one stream in one slot.</summary>
    public static ulong Key(ulong seed, RandomStream stream, int day = 0, int slot = 0)
    {
        ulong streamKey = Mix(seed + (((ulong)stream + 1) * Gamma));
        return Mix(streamKey + ((((ulong)(uint)day * SlotsPerDayLimit) + (ulong)(uint)slot + 1) * Gamma));
    }

    /// <summary>64 random bits: number <paramref name="index"/> of the sequence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Draw(ulong key, int index) => Mix(key + ((ulong)(uint)index * Gamma));

    /// <summary>Numbers <paramref name="index"/> to <paramref name="index"/> + 7 of the sequence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ulong> Draw8(ulong key, int index)
    {
        Vector512<ulong> z = Vector512.Create(key + ((ulong)(uint)index * Gamma)) + (Vector512<ulong>.Indices * Gamma);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EB;
        return z ^ (z >>> 31);
    }

    /// <summary>A uniform number in [0, 1) with 53 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Unit(ulong bits) => (bits >> 11) * (1.0 / (1UL << 53));

    /// <summary>The same of eight draws.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Unit(Vector512<ulong> bits) => Vector512.ConvertToDouble((bits >>> 11).AsInt64()) * (1.0 / (1UL << 53));

    /// <summary>Uniform numbers in (0, 1) from 16 bits of each draw: a draw holds four of them, <paramref name="lane"/> 0 to 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Unit16(Vector512<ulong> bits, int lane)
    {
        Vector512<long> sixteen = (bits >>> (16 * lane)).AsInt64() & Vector512.Create(0xFFFFL);
        return (Vector512.ConvertToDouble(sixteen) + Vector512.Create(0.5)) * (1.0 / 65536);
    }

    /// <summary>A whole number from 0 to <paramref name="count"/> - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Below(ulong bits, int count) => (int)(((bits >> 32) * (ulong)(uint)count) >> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
