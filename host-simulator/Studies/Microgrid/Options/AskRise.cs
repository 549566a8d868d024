// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A12: when an ask rises by its step.</summary>
public enum AskRise
{
    /// <summary>Once in a slot in which anything was sold.</summary>
    AnySale,

    /// <summary>Once in a slot in which everything was sold; unchanged when a part was.</summary>
    SoldOut,

    /// <summary>Once for every buyer served.</summary>
    EachTransaction,
}
