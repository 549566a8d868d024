// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Tests.Hal;

/// <summary>A chip that answers register 0 with one word and every other register with 0: its converter does not run.</summary>
internal sealed class FrozenChip(int configuration) : II2cChip
{
    private int _pointer;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _pointer = bytes[0];
    }

    public void Read(Span<byte> bytes)
    {
        int word = _pointer == 0 ? configuration : 0;
        bytes[0] = (byte)(word >> 8);
        bytes[1] = (byte)word;
    }

    public void PowerCycle()
    {
    }
}
