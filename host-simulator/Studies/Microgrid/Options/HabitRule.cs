// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A18: whether an agent keeps his hours.</summary>
public enum HabitRule
{
    /// <summary>Drawn once.</summary>
    Fixed,

    /// <summary>Drawn anew for every day.</summary>
    RedrawnDaily,
}
