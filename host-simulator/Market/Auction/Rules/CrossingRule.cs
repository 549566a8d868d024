// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>A rule that prices whole curves by where they cross; where they do not, nobody trades.</summary>
public abstract class CrossingRule : IClearingRule
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract AuctionProperties Promises { get; }

    /// <inheritdoc/>
    public void Clear(OrderBook book, AuctionOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(outcome);
        outcome.Start(book);
        Crossing crossing = new(book);
        if (crossing.HasTrade)
        {
            Trade(book, crossing, outcome);
        }
    }

    /// <summary>Books the trades of a book whose curves cross.</summary>
    private protected abstract void Trade(OrderBook book, Crossing crossing, AuctionOutcome outcome);
}
