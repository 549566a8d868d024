// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Workloads.Clearing;

/// <summary>One slot's clearing as an aggregator does it, on one core: a new book, the rule, and what each meter holds after tax.</summary>
public sealed class SlotClearingWorkload : IWorkload
{
    private const int TaxPermille = 50;
    private readonly IClearingRule _rule;
    private readonly (TradeSide Side, Order Order)[] _offers;

    /// <summary>The clearing of a random book.</summary>
    /// <param name="rule">The auction rule.</param>
    /// <param name="bids">Number of bids, half of them to sell, 2 or more.</param>
    public SlotClearingWorkload(IClearingRule rule, int bids)
    {
        ArgumentNullException.ThrowIfNull(rule);
        _rule = rule;
        _offers = RandomOffers.Of(bids);
        Name = $"slot of {bids} bids, {rule.Name}";
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Limit? Limit => null;

    /// <summary>What the last run gave.</summary>
    public SlotClearing? Clearing { get; private set; }

    /// <inheritdoc/>
    public void Run()
    {
        OrderBook book = new();
        RandomOffers.Fill(book, _offers);
        Clearing = SlotClearing.Of(slot: 1, book, _rule, TaxPermille);
    }
}
