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
    public void Clear(OrderBook book, AuctionOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(outcome);
        outcome.Start(book);
        ReadOnlySpan<long> asked = book.Asks.EnergiesMilliwattHours, wanted = book.Bids.EnergiesMilliwattHours;
        ReadOnlySpan<int> asks = book.Asks.PricesMicrosPerKilowattHour, bids = book.Bids.PricesMicrosPerKilowattHour;
        int ask = 0, bid = 0;
        long sold = 0, bought = 0;
        while (ask < asks.Length && bid < bids.Length && bids[bid] >= asks[ask])
        {
            long energy = Math.Min(asked[ask] - sold, wanted[bid] - bought);
            outcome.Pair(book, ask, bid, energy, AmountMicros(energy, asks[ask], bids[bid]));
            Advance(asked, ref ask, ref sold, energy);
            Advance(wanted, ref bid, ref bought, energy);
        }
    }

    /// <summary>The money of a pair in micro-units, for prices in micro-units per kWh with the bid at or above the ask.</summary>
    private protected abstract long AmountMicros(long energyMilliwattHours, int ask, int bid);

    private static void Advance(ReadOnlySpan<long> energies, ref int rank, ref long used, long energyMilliwattHours)
    {
        used += energyMilliwattHours;
        if (used == energies[rank])
        {
            rank++;
            used = 0;
        }
    }
}
