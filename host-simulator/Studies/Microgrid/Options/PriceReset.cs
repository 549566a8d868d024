// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A7: when the operator's price returns to its base.</summary>
public enum PriceReset
{
    /// <summary>At slot 0, to the base price at the reference demand.</summary>
    Midnight,

    /// <summary>At slot 0, to the base price at that slot's demand.</summary>
    FirstSlotDemand,

    /// <summary>Never.</summary>
    Never,
}
