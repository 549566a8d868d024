// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace System;

/// <summary>nanoFramework 1.x's view of a byte array, in place of Span&lt;byte&gt;.</summary>
public readonly struct SpanByte
{
    private readonly byte[]? _array;
    private readonly int _start;

    /// <summary>Views a whole array.</summary>
    public SpanByte(byte[]? array)
    {
        _array = array;
        _start = 0;
        Length = array?.Length ?? 0;
    }

    /// <summary>Views part of an array.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part reaches beyond the array.</exception>
    public SpanByte(byte[]? array, int start, int length)
    {
        if (start < 0 || length < 0 || start + length > (array?.Length ?? 0))
        {
            throw new ArgumentOutOfRangeException(nameof(length));
        }

        _array = array;
        _start = start;
        Length = length;
    }

    /// <summary>The empty view.</summary>
    public static SpanByte Empty => default;

    /// <summary>Number of bytes.</summary>
    public int Length { get; }

    /// <summary>True when there are none.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>One byte.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such byte.</exception>
    public byte this[int index]
    {
        get => AsSpan()[CheckIndex(index)];
        set => AsSpan()[CheckIndex(index)] = value;
    }

    /// <summary>Views a whole array.</summary>
    public static implicit operator SpanByte(byte[]? array)
    {
        return new SpanByte(array);
    }

    /// <summary>Copies the bytes into the beginning of another view.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The destination is shorter.</exception>
    public void CopyTo(SpanByte destination)
    {
        if (destination.Length < Length)
        {
            throw new ArgumentOutOfRangeException(nameof(destination));
        }

        AsSpan().CopyTo(destination.AsSpan());
    }

    /// <summary>The view from a byte on.</summary>
    public SpanByte Slice(int start)
    {
        return Slice(start, Length - start);
    }

    /// <summary>Part of the view.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part reaches beyond the view.</exception>
    public SpanByte Slice(int start, int length)
    {
        if (start < 0 || length < 0 || start + length > Length)
        {
            throw new ArgumentOutOfRangeException(nameof(length));
        }

        return new SpanByte(_array, _start + start, length);
    }

    /// <summary>A copy of the bytes.</summary>
    public byte[] ToArray()
    {
        return AsSpan().ToArray();
    }

    internal Span<byte> AsSpan()
    {
        return new Span<byte>(_array, _start, Length);
    }

    private int CheckIndex(int index)
    {
        return (uint)index < (uint)Length ? index : throw new ArgumentOutOfRangeException(nameof(index));
    }
}
