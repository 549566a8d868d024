// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A15: who buys first.</summary>
public enum BuyerOrder
{
    /// <summary>A new order in every slot.</summary>
    Random,

    /// <summary>Prosumers by number, then consumers by number.</summary>
    Index,

    /// <summary>Everybody pays the slot's average price: the random order's expectation, without its cost for large networks.</summary>
    ProRata,
}
