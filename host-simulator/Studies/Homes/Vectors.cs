// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Prosumeter.Simulator.Studies.Homes;

/// <summary>Arrays handled eight numbers at a time. Each number comes out the same wherever in a vector it stands.</summary>
internal static class Vectors
{
    /// <summary>Numbers in a vector.</summary>
    public const int Width = 8;

    // The byte of each lane, when eight bytes are read as one little-endian number.
    private static readonly Vector512<ulong> s_lowBits = Vector512.Create(1UL, 1UL << 8, 1UL << 16, 1UL << 24, 1UL << 32, 1UL << 40, 1UL << 48, 1UL << 56);

    /// <summary>The length of an array that holds so many numbers in whole vectors.</summary>
    public static int RoundUp(int count) => (count + Width - 1) & -Width;

    /// <summary>How many of so many numbers fill whole vectors. A loop over these alone, and the rest after it, is twice as fast as one that asks each time.</summary>
    public static int Whole(int count) => count & -Width;

    /// <summary>Reads a vector that lies within a span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> LoadWhole(ReadOnlySpan<double> span, int index) =>
        Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(span), (nuint)index);

    /// <summary>Writes a vector that lies within a span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWhole(Vector512<double> vector, Span<double> span, int index) =>
        vector.StoreUnsafe(ref MemoryMarshal.GetReference(span), (nuint)index);

    /// <summary>Reads a vector from a span from <paramref name="index"/> on; zeros beyond its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Load(ReadOnlySpan<double> span, int index) =>
        index + Width <= span.Length ? Vector512.Create(span[index..]) : LoadTail(span[index..]);

    /// <summary>Writes a vector to a span from <paramref name="index"/> on, as far as the span goes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> vector, Span<double> span, int index)
    {
        if (index + Width <= span.Length)
        {
            vector.CopyTo(span[index..]);
        }
        else
        {
            StoreTail(vector, span[index..]);
        }
    }

    /// <summary>Eight bytes that lie within a span, the first lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong LoadWholeBytes(ReadOnlySpan<byte> span, int index) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(span), index));

    /// <summary>Writes eight bytes that lie within a span.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWholeBytes(ulong bytes, Span<byte> span, int index) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref MemoryMarshal.GetReference(span), index), bytes);

    /// <summary>Eight bytes from <paramref name="index"/> on, the first lowest; zeros beyond the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong LoadBytes(ReadOnlySpan<byte> span, int index) =>
        index + Width <= span.Length ? BitConverter.ToUInt64(span[index..]) : LoadTail(span[index..]);

    /// <summary>Writes eight bytes from <paramref name="index"/> on, as far as the span goes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreBytes(ulong bytes, Span<byte> span, int index)
    {
        if (index + Width <= span.Length)
        {
            BitConverter.TryWriteBytes(span[index..], bytes);
            return;
        }

        for (int i = index; i < span.Length; i++, bytes >>= 8)
        {
            span[i] = (byte)bytes;
        }
    }

    /// <summary>All bits of the lanes whose byte is 1, of eight bytes that are 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Mask(ulong bytes) => Vector512.Equals(Vector512.Create(bytes) & s_lowBits, s_lowBits).AsDouble();

    /// <summary>Truths as bytes.</summary>
    public static Span<byte> Bytes(Span<bool> truths) => MemoryMarshal.AsBytes(truths);

    /// <summary>Truths as bytes.</summary>
    public static ReadOnlySpan<byte> Bytes(ReadOnlySpan<bool> truths) => MemoryMarshal.AsBytes(truths);

    /// <summary>The sum of a span, in an order that is the same on every machine.</summary>
    public static double Sum(ReadOnlySpan<double> span)
    {
        Vector512<double> sums = default;
        int whole = Whole(span.Length);
        for (int i = 0; i < whole; i += Width)
        {
            sums += LoadWhole(span, i);
        }

        return Sum(whole < span.Length ? sums + LoadTail(span[whole..]) : sums);
    }

    /// <summary>The sum of the lanes, first to last.</summary>
    public static double Sum(Vector512<double> lanes)
    {
        double sum = 0;
        for (int i = 0; i < Width; i++)
        {
            sum += lanes[i];
        }

        return sum;
    }

    private static Vector512<double> LoadTail(ReadOnlySpan<double> tail)
    {
        Span<double> padded = stackalloc double[Width];
        padded.Clear();
        tail.CopyTo(padded);
        return Vector512.Create<double>(padded);
    }

    private static void StoreTail(Vector512<double> vector, Span<double> tail)
    {
        for (int i = 0; i < tail.Length; i++)
        {
            tail[i] = vector[i];
        }
    }

    private static ulong LoadTail(ReadOnlySpan<byte> tail)
    {
        ulong bytes = 0;
        for (int i = tail.Length - 1; i >= 0; i--)
        {
            bytes = (bytes << 8) | tail[i];
        }

        return bytes;
    }
}
