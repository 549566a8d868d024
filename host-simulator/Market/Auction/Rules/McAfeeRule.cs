// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The double auction of McAfee (1992). When both marginal orders are used up and the mean p0 of the best excluded bid and ask lies between the marginal ask and
/// bid, all trade at p0, rounded down to a whole micro-unit per kWh; otherwise trades are reduced as in <see cref="TradeReductionRule"/>.
/// </summary>
public sealed class McAfeeRule : CrossingRule
{
    /// <inheritdoc/>
    public override string Name => "mcafee";

    /// <inheritdoc/>
    public override AuctionProperties Promises =>
        AuctionProperties.IndividuallyRational | AuctionProperties.WeaklyBudgetBalanced | AuctionProperties.TruthfulInPrice;

    /// <inheritdoc/>
    private protected override void Trade(OrderBook book, Crossing crossing, AuctionOutcome outcome)
    {
        if (PriceOfExcluded(book, crossing) is int price)
        {
            outcome.AddBest(book, crossing.EnergyMilliwattHours, price);
        }
        else
        {
            TradeReductionRule.Reduce(book, crossing, outcome);
        }
    }

    private static int? PriceOfExcluded(OrderBook book, Crossing crossing)
    {
        StepCurve asks = crossing.AsksBeyond, bids = crossing.BidsBeyond;
        bool isUsedUp = asks.Rank > crossing.LastAsk && bids.Rank > crossing.LastBid;
        if (!isUsedUp || asks.IsAtEnd || bids.IsAtEnd)
        {
            return null;
        }

        long lastAsk = book.Asks.PricesMicrosPerKilowattHour[crossing.LastAsk], lastBid = book.Bids.PricesMicrosPerKilowattHour[crossing.LastBid];
        long twice = (long)asks.PriceMicrosPerKilowattHour + bids.PriceMicrosPerKilowattHour;
        return 2 * lastAsk <= twice && twice <= 2 * lastBid ? (int)(twice / 2) : null;
    }
}
