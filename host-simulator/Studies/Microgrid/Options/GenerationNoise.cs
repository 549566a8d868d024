// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A21: how generation varies.</summary>
public enum GenerationNoise
{
    /// <summary>A new factor in every slot.</summary>
    Independent,

    /// <summary>The product of the day's factors so far.</summary>
    RandomWalk,
}
