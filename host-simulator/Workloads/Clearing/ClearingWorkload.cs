// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Workloads.Clearing;

/// <summary>One slot's clearing on one core: the offers go into the book as they arrived, are ranked, and the rule fills the outcome. Book and outcome are those of the slot before.</summary>
public sealed class ClearingWorkload : IWorkload
{
    private readonly IClearingRule _rule;
    private readonly (TradeSide Side, Order Order)[] _offers;
    private readonly OrderBook _book = new();
    private readonly AuctionOutcome _outcome = new();

    /// <summary>The clearing of a random book.</summary>
    /// <param name="rule">The auction rule.</param>
    /// <param name="bids">Number of bids, half of them to sell, 2 or more.</param>
    public ClearingWorkload(IClearingRule rule, int bids)
    {
        ArgumentNullException.ThrowIfNull(rule);
        _rule = rule;
        _offers = RandomOffers.Of(bids);
        Name = $"clear {bids} bids, {rule.Name}";
        // On one core: what other processes take of it does not count.
        Limit = new Limit(CpuMilliseconds: bids / 10_000.0, AllocatedBytes: 0);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Limit Limit { get; }

    /// <summary>What the last run gave.</summary>
    public AuctionOutcome Outcome => _outcome;

    /// <inheritdoc/>
    public void Run()
    {
        _book.Clear();
        RandomOffers.Fill(_book, _offers);
        _rule.Clear(_book, _outcome);
    }
}
