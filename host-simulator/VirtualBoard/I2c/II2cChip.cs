// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Chips;

/// <summary>A chip on an I2C bus, seen from the wire: bytes after the address byte.</summary>
public interface II2cChip
{
    /// <summary>The controller wrote these bytes; the chip acknowledges all.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>The controller reads as many bytes as the span holds.</summary>
    void Read(Span<byte> bytes);

    /// <summary>The supply was lost and came back: registers take their power-on values.</summary>
    void PowerCycle();
}
