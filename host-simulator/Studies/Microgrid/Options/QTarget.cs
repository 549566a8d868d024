// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A2: which entry equation (6) writes.</summary>
public enum QTarget
{
    /// <summary>Q(k, a), as one-step Q-learning does.</summary>
    Standard,

    /// <summary>Q(k + 1, a'), as the equation is printed.</summary>
    Literal,
}
