// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Flash;

/// <summary>A power cut planned at a byte of flash.</summary>
/// <param name="AtByte">
/// The byte that is not written any more, counted as <see cref="VirtualFlash.ChangedBytes"/> does; 1 is the first after the board was built.
/// </param>
/// <param name="Kind">What is left of the write it hits.</param>
/// <param name="Seed">Chooses the half-programmed bytes of a torn cut.</param>
public sealed record PowerCut(long AtByte, PowerCutKind Kind = PowerCutKind.Clean, uint Seed = 1)
{
    private const int PageBytes = 256;

    /// <summary>What reaches flash of a write whose first byte would be byte <paramref name="firstByte"/>.</summary>
    internal byte[] Remains(long firstByte, int position, ReadOnlySpan<byte> data)
    {
        int whole = (int)(AtByte - firstByte);
        if (Kind == PowerCutKind.Clean)
        {
            return data[..whole].ToArray();
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
