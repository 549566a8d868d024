// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>An auction rule: who trades how much, at what money. It knows offers only; tax, tariffs and metering come after it.</summary>
public interface IClearingRule
{
    /// <summary>Name for people and scenario files, such as "pay-as-ask".</summary>
    string Name { get; }

    /// <summary>What the rule promises for every book.</summary>
    AuctionProperties Promises { get; }

    /// <summary>Clears one slot. Both sides trade the same energy, and no order more than its own.</summary>
    /// <param name="book">The offers.</param>
    /// <param name="outcome">Receives what each order got; whatever it held before is gone.</param>
    void Clear(OrderBook book, AuctionOutcome outcome);
}
