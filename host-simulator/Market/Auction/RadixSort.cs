// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// Stable sort of row numbers by integer columns, the least significant column first. It goes byte by byte through those bytes that differ at all, so the time
/// is linear in the rows, and its buffers are reused.
/// </summary>
internal sealed class RadixSort
{
    private const int BitsPerPass = 8;
    private const int Buckets = 1 << BitsPerPass;
    private readonly int[] _starts = new int[Buckets];
    private int[] _rows = [];
    private int[] _spare = [];
    private int _count;

    /// <summary>The row numbers in their present order.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    /// <summary>Begins with the rows as they are numbered.</summary>
    public void Start(int count)
    {
        if (_rows.Length < count)
        {
            _rows = new int[count];
            _spare = new int[count];
        }

        _count = count;
        for (int row = 0; row < count; row++)
        {
            _rows[row] = row;
        }
    }

    /// <summary>Orders the rows by a column; rows of one value keep their order.</summary>
    public void By(ReadOnlySpan<int> column, bool isDescending = false)
    {
        // Flipping the sign bit orders signed numbers as unsigned ones; flipping the rest too turns the order round.
        uint flip = isDescending ? int.MaxValue : 1u << 31;
        uint differing = DifferingBits(column);
        for (int shift = 0; shift < 32; shift += BitsPerPass)
        {
            if (((differing >> shift) & (Buckets - 1)) != 0)
            {
                CountBuckets(column, flip, shift);
                Distribute(column, flip, shift);
            }
        }
    }

    private static uint DifferingBits(ReadOnlySpan<int> column)
    {
        int differing = 0;
        foreach (int value in column)
        {
            differing |= value ^ column[0];
        }

        return (uint)differing;
    }

    private void CountBuckets(ReadOnlySpan<int> column, uint flip, int shift)
    {
        Array.Clear(_starts);
        foreach (int value in column)
        {
            _starts[Bucket(value, flip, shift)]++;
        }

        int start = 0;
        for (int bucket = 0; bucket < Buckets; bucket++)
        {
            (_starts[bucket], start) = (start, start + _starts[bucket]);
        }
    }

    private void Distribute(ReadOnlySpan<int> column, uint flip, int shift)
    {
        foreach (int row in Rows)
        {
            _spare[_starts[Bucket(column[row], flip, shift)]++] = row;
        }

        (_rows, _spare) = (_spare, _rows);
    }

    private static int Bucket(int value, uint flip, int shift) => (int)((((uint)value ^ flip) >> shift) & (Buckets - 1));
}
