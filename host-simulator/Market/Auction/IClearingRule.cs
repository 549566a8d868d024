// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Market;

/// <summary>An auction rule: who trades how much with whom, at what money. It knows offers only; tax, tariffs and metering come after it.</summary>
public interface IClearingRule
{
    /// <summary>Name for people, such as "pay-as-ask".</summary>
    string Name { get; }

    /// <summary>Clears one slot.</summary>
    /// <returns>The trades, in the order in which they were matched. No order trades more than its energy, nor at a worse price than its own.</returns>
    IReadOnlyList<Trade> Clear(OrderBook book);
}
