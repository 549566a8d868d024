// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Flash;

/// <summary>A power cut planned at a byte of flash.</summary>
/// <param name="AtByte">
/// The byte that is not written any more, counted as <see cref="VirtualFlash.ChangedBytes"/> does; 1 is the first after the board was built.
/// </param>
/// <param name="Kind">What is left of the write it hits.</param>
/// <param name="Seed">Chooses the half-programmed bytes of a torn cut, and the order of a reordered one.</param>
public sealed record PowerCut(long AtByte, PowerCutKind Kind = PowerCutKind.Clean, uint Seed = 1)
{
    private const int PageBytes = 256;
    private const int UnitBytes = 32;
    private const byte Erased = 0xFF;

    /// <summary>What reaches flash of a write whose first byte would be byte <paramref name="firstByte"/>.</summary>
    internal byte[] Remains(long firstByte, int position, ReadOnlySpan<byte> data)
    {
        int whole = (int)(AtByte - firstByte);
        if (Kind == PowerCutKind.Clean)
        {
            return data[..whole].ToArray();
        }

        if (Kind == PowerCutKind.Reordered)
        {
            return Scattered(whole / UnitBytes, data);
        }

        int pageEnd = ((position + whole) / PageBytes * PageBytes) + PageBytes - position;
        byte[] remains = data[..Math.Min(pageEnd, data.Length)].ToArray();
        uint state = Seed ^ (uint)AtByte ^ 0x9E3779B9;
        for (int i = whole; i < remains.Length; i++)
        {
            // NOR flash programs ones to zeros; a byte cut short still has some of its ones.
            remains[i] |= (byte)NextRandom(ref state);
        }

        return remains;
    }

    private byte[] Scattered(int programmedUnits, ReadOnlySpan<byte> data)
    {
        byte[] remains = new byte[data.Length];
        Array.Fill(remains, Erased);
        int units = (data.Length + UnitBytes - 1) / UnitBytes;
        uint state = Seed ^ (uint)AtByte;
        for (int unit = 0; unit < units; unit++)
        {
            // Knuth's selection sampling: each of the units left is as likely to be one of those still to choose.
            if (NextRandom(ref state) % (uint)(units - unit) < programmedUnits)
            {
                int start = unit * UnitBytes;
                int length = Math.Min(UnitBytes, data.Length - start);
                data.Slice(start, length).CopyTo(remains.AsSpan(start));
                programmedUnits--;
            }
        }

        return remains;
    }

    // Marsaglia's xorshift32, so that a seed gives the same bytes on every machine.
    private static uint NextRandom(ref uint state)
    {
        state = state == 0 ? 1 : state;
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        return state >> 8;
    }
}
