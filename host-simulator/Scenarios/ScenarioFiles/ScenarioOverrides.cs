// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>What the command line says instead of the file; null leaves it to the file.</summary>
public sealed record ScenarioOverrides
{
    /// <summary>Seed of everything that is drawn.</summary>
    public int? Seed { get; init; }

    /// <summary>Number of days.</summary>
    public int? Days { get; init; }

    /// <summary>Measured homes and prices, files and folders.</summary>
    public IReadOnlyList<string>? Data { get; init; }
}
