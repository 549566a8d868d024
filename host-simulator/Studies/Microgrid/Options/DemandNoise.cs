// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A16: how demand varies.</summary>
public enum DemandNoise
{
    /// <summary>In proportion to the expected demand of the slot.</summary>
    Multiplicative,

    /// <summary>In proportion to the agent's peak demand.</summary>
    Additive,
}
