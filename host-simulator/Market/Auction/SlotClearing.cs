// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market;

/// <summary>A cleared slot: its book, its trades and what each meter holds after them.</summary>
public sealed class SlotClearing
{
    private readonly Dictionary<int, Position> _positions = [];

    private SlotClearing(int slot, OrderBook book, IReadOnlyList<Trade> trades)
    {
        Slot = slot;
        Book = book;
        Trades = trades;
    }

    /// <summary>The slot: UTC seconds divided by the slot length.</summary>
    public int Slot { get; }

    /// <summary>The offers that were cleared.</summary>
    public OrderBook Book { get; }

    /// <summary>The trades in the order in which they were matched.</summary>
    public IReadOnlyList<Trade> Trades { get; }

    /// <summary>What each meter with a trade holds.</summary>
    public IReadOnlyDictionary<int, Position> Positions => _positions;

    /// <summary>Energy traded, in mWh.</summary>
    public long TradedMilliwattHours => Trades.Sum(trade => trade.EnergyMilliwattHours);

    /// <summary>Money paid by all buyers, in micro-units.</summary>
    public long PaidMicros => Trades.Sum(trade => trade.BuyerPaysMicros);

    /// <summary>Tax of all sellers, in micro-units.</summary>
    public long TaxMicros => _positions.Values.Sum(position => position.TaxMicros);

    /// <summary>Clears a book by a rule; each seller's money is taxed, rounded down per trade.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="book">Its offers.</param>
    /// <param name="rule">The auction rule.</param>
    /// <param name="taxPermille">Tax tau on sellers in per mille, 0 to 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tax is out of range.</exception>
    public static SlotClearing Of(int slot, OrderBook book, IClearingRule rule, int taxPermille)
    {
        ArgumentNullException.ThrowIfNull(rule);
        SlotClearing clearing = new(slot, book, rule.Clear(book));
        foreach (Trade trade in clearing.Trades)
        {
            long tax = Money.Share(trade.SellerReceivesMicros, taxPermille);
            clearing.Hold(trade.Seller, new Position(trade.EnergyMilliwattHours, 0, trade.SellerReceivesMicros, 0, tax));
            clearing.Hold(trade.Buyer, new Position(0, trade.EnergyMilliwattHours, 0, trade.BuyerPaysMicros, 0));
        }

        return clearing;
    }

    private void Hold(int meter, Position position)
    {
        _positions.TryGetValue(meter, out Position before);
        _positions[meter] = before + position;
    }
}
