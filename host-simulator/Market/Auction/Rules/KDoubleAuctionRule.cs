// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The k-double auction (Chatterjee and Samuelson 1983): all trade at one price, the share k of the competitive interval. With k = 0 the marginal seller or the
/// best excluded bid sets it, with k = 1 the marginal buyer or the best excluded ask. The price is rounded down to a whole micro-unit per kWh; an order's amount
/// is within one micro-unit of its exact one and both sides' totals are the same.
/// </summary>
public sealed class KDoubleAuctionRule : CrossingRule
{
    private const int Whole = 1000;
    private readonly int _kPermille;

    /// <summary>A rule with a given k.</summary>
    /// <param name="kPermille">k in per mille, 0 to 1000; 500 is the midpoint.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is out of range.</exception>
    public KDoubleAuctionRule(int kPermille)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(kPermille);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(kPermille, Whole);
        _kPermille = kPermille;
    }

    /// <inheritdoc/>
    public override string Name => $"k-double-auction-{_kPermille}";

    /// <inheritdoc/>
    public override AuctionProperties Promises => AuctionProperties.IndividuallyRational | AuctionProperties.BudgetBalanced | AuctionProperties.Efficient;

    /// <inheritdoc/>
    private protected override void Trade(OrderBook book, Crossing crossing, AuctionOutcome outcome) =>
        outcome.AddBest(book, crossing.EnergyMilliwattHours, CompetitiveInterval.Of(book, crossing).At(_kPermille));
}
