// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>What the operator's price does when demand falls, where equation (5) of Saukh et al. is open: docs/market.md.</summary>
public enum PriceReading
{
    /// <summary>It falls too: the equation in every slot, which comes to s0 (d / dRef)^e. A real-time price.</summary>
    Pure = 0,

    /// <summary>It stays, and rises again above the highest demand of the day: s0 (peak / dRef)^e. The recommended reading.</summary>
    Ratchet = 1,

    /// <summary>It stays; at a new peak of the day it rises by (d / d of the slot before)^e, the equation by the letter.</summary>
    LiteralAtPeak = 2,

    /// <summary>It rises by (d / d of the slot before)^e at every rise and never falls. Noise alone makes it explode.</summary>
    EveryRise = 3,
}
