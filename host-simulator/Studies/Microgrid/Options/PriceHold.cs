// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A6: what is left of the operator's price when demand falls, equation (5).</summary>
public enum PriceHold
{
    /// <summary>Equation (5) in every slot: the price follows demand up and down.</summary>
    RealTime,

    /// <summary>A ratchet: the price rises only with a new peak of the day and is held.</summary>
    DailyPeak,

    /// <summary>The printed ratio of two slots, taken when a new peak of the day appears.</summary>
    LiteralAtNewPeak,

    /// <summary>The printed ratio of two slots, taken on every rise. Noise alone makes it explode.</summary>
    EveryRise,
}
