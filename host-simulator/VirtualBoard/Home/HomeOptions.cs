// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>A home around a virtual board.</summary>
public sealed record HomeOptions
{
    /// <summary>The storage.</summary>
    public BatteryOptions Battery { get; init; } = new();

    /// <summary>Share of the load behind the contactor, 0 to 1.</summary>
    public double InterruptibleShare { get; init; } = 0.3;

    /// <summary>Pin with bit 0 of the storage mode; -1 leaves the inverter in self-consumption.</summary>
    public int StorageBit0Pin { get; init; } = 25;

    /// <summary>Pin with bit 1 of the storage mode.</summary>
    public int StorageBit1Pin { get; init; } = 26;

    /// <summary>Pin of the contactor's coil, high cuts the interruptible load; -1 without one.</summary>
    public int LoadCutPin { get; init; } = 27;
}
