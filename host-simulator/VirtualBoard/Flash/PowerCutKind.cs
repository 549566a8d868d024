// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Flash;

/// <summary>What a power cut leaves of the write it hits.</summary>
public enum PowerCutKind
{
    /// <summary>The bytes before the cut; nothing after them.</summary>
    Clean = 0,

    /// <summary>The bytes before the cut, then half-programmed bytes up to the end of the flash page.</summary>
    Torn = 1,

    /// <summary>The whole length, but only some of its programming units, in an order of the flash's own; the others are still erased.</summary>
    Reordered = 2,
}
