// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Soak;

/// <summary>What can be chosen about a soak.</summary>
public sealed record SoakSettings
{
    /// <summary>Most days of a soak.</summary>
    public const int MostDays = 366;

    /// <summary>Chooses home and faults.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Days with faults, 1 to <see cref="MostDays"/>.</summary>
    public int Days { get; init; } = 30;

    /// <summary>Faults an hour, 1 to 12.</summary>
    public int FaultsAnHour { get; init; } = 1;

    /// <summary>How long the broker is away once, from 01:30 of the first day on, in hours; 0 for never, at most half of the soak.</summary>
    public int OutageHours { get; init; }
}
