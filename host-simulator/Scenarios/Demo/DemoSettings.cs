// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Simulator.Scenarios.DataFiles;

namespace Prosumeter.Simulator.Scenarios.Demo;

/// <summary>What can be chosen about the demo.</summary>
public sealed record DemoSettings
{
    /// <summary>Most meters of a demo: one thread and one table.</summary>
    public const int MostMeters = 1000;

    /// <summary>Most days of a demo.</summary>
    public const int MostDays = 366;

    /// <summary>Seed of generated homes.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Number of meters, 1 to <see cref="MostMeters"/>; null takes ten generated homes, or all measured ones.</summary>
    public int? Meters { get; init; }

    /// <summary>Number of days, 1 to <see cref="MostDays"/>.</summary>
    public int Days { get; init; } = 1;

    /// <summary>Faults that each board meets, as texts (docs/faults.md); times of day are those of the first day.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>Measured input, or null for generated homes.</summary>
    public MeasuredData? Data { get; init; }
}
