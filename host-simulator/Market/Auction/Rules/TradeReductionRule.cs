// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// Trade reduction (McAfee 1992): the marginal buyer L and the marginal seller K only set the prices. The buyers before L pay L's bid, the sellers before K
/// receive K's ask, and the longer side is rationed in proportion to its energies. The difference of the prices is the operator's. Both sides' running totals are
/// rounded down, so there is never a deficit and each amount is within one micro-unit of its exact one.
/// </summary>
public sealed class TradeReductionRule : CrossingRule
{
    /// <inheritdoc/>
    public override string Name => "trade-reduction";

    /// <inheritdoc/>
    public override AuctionProperties Promises =>
        AuctionProperties.IndividuallyRational | AuctionProperties.WeaklyBudgetBalanced | AuctionProperties.TruthfulInPrice;

    /// <inheritdoc/>
    private protected override void Trade(OrderBook book, Crossing crossing, AuctionOutcome outcome) => Reduce(book, crossing, outcome);

    /// <summary>Trades without the marginal orders of a crossing.</summary>
    internal static void Reduce(OrderBook book, Crossing crossing, AuctionOutcome outcome)
    {
        ReadOnlySpan<long> offered = book.Asks.EnergiesMilliwattHours[..crossing.LastAsk];
        ReadOnlySpan<long> wanted = book.Bids.EnergiesMilliwattHours[..crossing.LastBid];
        long energy = Math.Min(Fills.Sum(offered), Fills.Sum(wanted));
        outcome.Asks.AddProRata(offered, energy, book.Asks.PricesMicrosPerKilowattHour[crossing.LastAsk]);
        outcome.Bids.AddProRata(wanted, energy, book.Bids.PricesMicrosPerKilowattHour[crossing.LastBid]);
    }
}
