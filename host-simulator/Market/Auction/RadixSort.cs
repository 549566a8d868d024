// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// Stable sort of row numbers by integer columns, the least significant column first. It goes digit by digit through those that differ at all, so the time
/// is linear in the rows, and its buffers are reused.
/// </summary>
internal sealed class RadixSort
{
    // Wide digits need fewer passes, but each has a bucket for every value.
    private const int NarrowBits = 8;
    private const int WideBits = 11;
    private const int FewRows = 4096;
    private int[] _rows = [];
    private int[] _spare = [];
    private int _count;
    private int _bitsPerPass;

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
        _bitsPerPass = count < FewRows ? NarrowBits : WideBits;
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
        int mask = (1 << _bitsPerPass) - 1;
        Span<int> starts = stackalloc int[1 << _bitsPerPass];
        for (int shift = 0; shift < 32; shift += _bitsPerPass)
        {
            if (((differing >> shift) & mask) != 0)
            {
                CountBuckets(starts, column, flip, shift, mask);
                Distribute(starts, column, flip, shift, mask);
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

    private static void CountBuckets(Span<int> starts, ReadOnlySpan<int> column, uint flip, int shift, int mask)
    {
        starts.Clear();
        foreach (int value in column)
        {
            starts[Bucket(value, flip, shift, mask)]++;
        }

        int start = 0;
        foreach (ref int bucket in starts)
        {
            (bucket, start) = (start, start + bucket);
        }
    }

    private void Distribute(Span<int> starts, ReadOnlySpan<int> column, uint flip, int shift, int mask)
    {
        Span<int> spare = _spare;
        foreach (int row in Rows)
        {
            spare[starts[Bucket(column[row], flip, shift, mask)]++] = row;
        }

        (_rows, _spare) = (_spare, _rows);
    }

    private static int Bucket(int value, uint flip, int shift, int mask) => (int)(((uint)value ^ flip) >> shift) & mask;
}
