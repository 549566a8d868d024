// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A9: which slot's demand makes a slot's price.</summary>
public enum PriceTiming
{
    /// <summary>The same slot's, synchronizers included.</summary>
    SameSlot,

    /// <summary>The slot before.</summary>
    PreviousSlot,
}
