// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Market;

/// <summary>What an auction gave each order. An outcome that is used for the next slot keeps its memory.</summary>
public sealed class AuctionOutcome
{
    private readonly List<Trade> _trades = [];

    /// <summary>What the asks sold and receive.</summary>
    public Fills Asks { get; } = new();

    /// <summary>What the bids bought and pay.</summary>
    public Fills Bids { get; } = new();

    /// <summary>The trades in the order in which they were matched; empty under a rule that sets prices for all and pairs nobody.</summary>
    public IReadOnlyList<Trade> Trades => _trades;

    /// <summary>What buyers pay and sellers do not receive, in micro-units. It is the operator's; negative when he pays in.</summary>
    public long SurplusMicros => Bids.AmountMicros - Asks.AmountMicros;

    /// <summary>Begins the slot of a book, without any trade.</summary>
    internal void Start(OrderBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        _trades.Clear();
        Asks.Start(book.Asks.Count);
        Bids.Start(book.Bids.Count);
    }

    /// <summary>Books a trade of one ask with one bid, at one amount for both.</summary>
    internal void Pair(OrderBook book, int ask, int bid, long energyMilliwattHours, long amountMicros)
    {
        _trades.Add(new Trade(book.Asks.Meters[ask], book.Bids.Meters[bid], energyMilliwattHours, amountMicros));
        Asks.Add(ask, energyMilliwattHours, amountMicros);
        Bids.Add(bid, energyMilliwattHours, amountMicros);
    }

    /// <summary>Lets the best orders of both sides trade an energy at one price.</summary>
    internal void AddBest(OrderBook book, long energyMilliwattHours, int priceMicrosPerKilowattHour)
    {
        Asks.AddBest(book.Asks.EnergiesMilliwattHours, energyMilliwattHours, priceMicrosPerKilowattHour);
        Bids.AddBest(book.Bids.EnergiesMilliwattHours, energyMilliwattHours, priceMicrosPerKilowattHour);
    }
}
