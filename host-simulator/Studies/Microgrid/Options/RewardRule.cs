// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A1: what the learner is rewarded with.</summary>
public enum RewardRule
{
    /// <summary>What the slot earned minus what it spent; summed over the day it is the day's profit.</summary>
    SlotProfit,

    /// <summary>The profit of the day up to and including the slot.</summary>
    DayProfitSoFar,

    /// <summary>The day's profit in the last slot, nothing before.</summary>
    DayProfitAtEnd,

    /// <summary>The day's profit to every slot of the day, when the day is over.</summary>
    DayProfitToAll,
}
