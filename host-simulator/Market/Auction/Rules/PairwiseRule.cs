// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The cheapest ask meets the highest bid as long as the bid reaches the ask, and each pair has a price of its own. Every pair's amount is rounded once, to the
/// nearest micro-unit, and moves from buyer to seller as it is: the auction balances exactly, and a limit price is kept to half a micro-unit a trade.
/// </summary>
public abstract class PairwiseRule : IClearingRule
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public AuctionProperties Promises => AuctionProperties.IndividuallyRational | AuctionProperties.BudgetBalanced | AuctionProperties.Efficient;

    /// <inheritdoc/>
    public void Clear(OrderBook book, AuctionOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(outcome);
        outcome.Start(book);
        StepCurve asks = new(book.Asks), bids = new(book.Bids);
        while (!asks.IsAtEnd && !bids.IsAtEnd && bids.PriceMicrosPerKilowattHour >= asks.PriceMicrosPerKilowattHour)
        {
            long energy = Math.Min(asks.LeftMilliwattHours, bids.LeftMilliwattHours);
            long amount = AmountMicros(energy, asks.PriceMicrosPerKilowattHour, bids.PriceMicrosPerKilowattHour);
            outcome.Pair(book, asks.Rank, bids.Rank, energy, amount);
            asks.Advance(energy);
            bids.Advance(energy);
        }
    }

    /// <summary>The money of a pair in micro-units, for prices in micro-units per kWh with the bid at or above the ask.</summary>
    private protected abstract long AmountMicros(long energyMilliwattHours, int ask, int bid);
}
