// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A3: what follows the last slot of a day.</summary>
public enum LastSlot
{
    /// <summary>Nothing: its future is worth 0.</summary>
    Terminal,

    /// <summary>The first slot of the same table.</summary>
    Wraps,
}
