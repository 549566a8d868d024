// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A4: the action when both are worth the same.</summary>
public enum TieBreak
{
    /// <summary>The friendly one.</summary>
    Friendly,

    /// <summary>A coin decides.</summary>
    Random,
}
