// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Tests.Hal;

/// <summary>An ADS1115 whose conversions never end: it gives back the configuration with the busy bit for ever.</summary>
internal sealed class EchoChip : II2cChip
{
    private const int NotBusy = 0x80;

    private readonly byte[] _word = new byte[2];

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 3)
        {
            _word[0] = (byte)(bytes[1] & ~NotBusy);
            _word[1] = bytes[2];
        }
    }

    public void Read(Span<byte> bytes)
    {
        _word.CopyTo(bytes);
    }

    public void PowerCycle()
    {
    }
}
