// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>What a power-cut proof runs.</summary>
public sealed record TortureSettings
{
    /// <summary>Fewest slots of a script: the restart on command needs settled slots before it.</summary>
    public const int FewestSlots = 5;

    /// <summary>Chooses the home, the half-programmed bytes, how long the supply stays away, and the places of second cuts.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Length of the script in slots of 120 s, <see cref="FewestSlots"/> or more.</summary>
    public int Slots { get; init; } = 6;

    /// <summary>What the board has against power cuts.</summary>
    public TortureProtection Protection { get; init; }

    /// <summary>Power cuts in one run: 1, or 2 with the second at a random byte after the first.</summary>
    public int Cuts { get; init; } = 1;

    /// <summary>Cuts at every n-th byte (or tenth of a second, see <see cref="TortureProtection"/>); 1 is exhaustive.</summary>
    public int Every { get; init; } = 1;
}
