// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>What a prosumer did in a slot, and what became of his ask.</summary>
public enum Turn : byte
{
    /// <summary>Friendly; the ask stays.</summary>
    Friendly,

    /// <summary>Synchronizing; the ask stays.</summary>
    Synchronizing,

    /// <summary>Friendly; the ask rose after a sale.</summary>
    Raised,

    /// <summary>Friendly; the ask fell because nothing was sold.</summary>
    Lowered,
}
