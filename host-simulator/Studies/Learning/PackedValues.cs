// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Prosumeter.Simulator.Studies.Learning;

/// <summary>Whole numbers of 24 bits, kept as 16 low and 8 high bits, read and written one by one or eight at a time.</summary>
internal readonly struct PackedValues
{
    private readonly ushort[] _low;
    private readonly sbyte[] _high;

    /// <summary>So many values, all the same.</summary>
    public PackedValues(int count, int initial)
    {
        _low = new ushort[count];
        _high = new sbyte[count];
        Array.Fill(_low, (ushort)initial);
        Array.Fill(_high, (sbyte)(initial >> 16));
    }

    /// <summary>One value.</summary>
    public int this[int index]
    {
        get => (_high[index] << 16) | _low[index];
        set => (_low[index], _high[index]) = ((ushort)value, (sbyte)(value >> 16));
    }

    /// <summary>Eight values from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<int> Load(int index)
    {
        Vector128<ushort> low = Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_low), (nuint)index);
        ulong bytes = Unsafe.ReadUnaligned<ulong>(ref HighByte(index));
        Vector128<short> high = Vector128.WidenLower(Vector128.CreateScalarUnsafe(bytes).AsSByte());
        return (Vector256.Create(Vector128.WidenLower(high), Vector128.WidenUpper(high)) << 16)
            | Vector256.Create(Vector128.WidenLower(low), Vector128.WidenUpper(low)).AsInt32();
    }

    /// <summary>Writes eight values from <paramref name="index"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store(Vector256<int> values, int index)
    {
        Vector128<ushort> low = Vector128.Narrow(values.GetLower().AsUInt32(), values.GetUpper().AsUInt32());
        low.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(_low), (nuint)index);
        Vector256<int> shifted = values >> 16;
        Vector128<short> high = Vector128.Narrow(shifted.GetLower(), shifted.GetUpper());
        Unsafe.WriteUnaligned(ref HighByte(index), Vector128.Narrow(high, high).AsUInt64().ToScalar());
    }

    private ref byte HighByte(int index) => ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_high), index));

    /// <summary>Whole numbers as floating-point numbers, exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> Widen(Vector256<int> values) =>
        Vector512.ConvertToDouble(Vector512.Create(Vector256.WidenLower(values), Vector256.WidenUpper(values)));

    /// <summary>Floating-point numbers that are whole, as whole numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Narrow(Vector512<double> values) => Narrow(Vector512.ConvertToInt64(values));

    /// <summary>The low halves of whole numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Narrow(Vector512<long> values) => Vector256.Narrow(values.GetLower(), values.GetUpper());

    /// <summary>Eight masks as eight bytes that are 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bytes(Vector256<int> mask)
    {
        Vector128<short> halves = Vector128.Narrow(mask.GetLower(), mask.GetUpper());
        return Vector128.Narrow(halves, halves).AsUInt64().ToScalar() & 0x0101010101010101;
    }
}
