// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Flash;

/// <summary>The contents of one file.</summary>
internal sealed class FlashFile
{
    private byte[] _bytes = [];

    internal int Length { get; private set; }

    internal ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    internal int Read(int position, Span<byte> buffer)
    {
        int count = Math.Clamp(Length - position, 0, buffer.Length);
        if (count > 0)
        {
            _bytes.AsSpan(position, count).CopyTo(buffer);
        }

        return count;
    }

    internal void Write(int position, ReadOnlySpan<byte> data)
    {
        int end = position + data.Length;
        if (end > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(end, _bytes.Length * 2));
        }

        if (position > Length)
        {
            _bytes.AsSpan(Length, position - Length).Clear();
        }

        data.CopyTo(_bytes.AsSpan(position));
        Length = Math.Max(Length, end);
    }

    internal void Clear()
    {
        Length = 0;
    }
}
