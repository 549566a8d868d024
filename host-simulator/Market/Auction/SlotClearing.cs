// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;

namespace Prosumeter.Simulator.Market;

/// <summary>A cleared slot: its book, its outcome and what each meter holds after it.</summary>
public sealed class SlotClearing
{
    private readonly Dictionary<int, Position> _positions = [];

    private SlotClearing(int slot, OrderBook book, AuctionOutcome outcome)
    {
        Slot = slot;
        Book = book;
        Outcome = outcome;
    }

    /// <summary>The slot: UTC seconds divided by the slot length.</summary>
    public int Slot { get; }

    /// <summary>The offers that were cleared.</summary>
    public OrderBook Book { get; }

    /// <summary>What each offer got.</summary>
    public AuctionOutcome Outcome { get; }

    /// <summary>The trades in the order in which they were matched; empty under a rule that pairs nobody.</summary>
    public IReadOnlyList<Trade> Trades => Outcome.Trades;

    /// <summary>What each meter with a trade holds.</summary>
    public IReadOnlyDictionary<int, Position> Positions => _positions;

    /// <summary>Energy traded, in mWh.</summary>
    public long TradedMilliwattHours => Outcome.Asks.EnergyMilliwattHours;

    /// <summary>Money paid by all buyers, in micro-units.</summary>
    public long PaidMicros => Outcome.Bids.AmountMicros;

    /// <summary>Tax of all sellers, in micro-units.</summary>
    public long TaxMicros => _positions.Values.Sum(position => position.TaxMicros);

    /// <summary>What a meter holds; nothing when it has no trade.</summary>
    public Position PositionOf(int meter) => _positions.GetValueOrDefault(meter);

    /// <summary>Clears a book by a rule; what each ask receives is taxed, the tax rounded down.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="book">Its offers.</param>
    /// <param name="rule">The auction rule.</param>
    /// <param name="taxPermille">Tax tau on sellers in per mille, 0 to 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tax is out of range.</exception>
    public static SlotClearing Of(int slot, OrderBook book, IClearingRule rule, int taxPermille)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(rule);
        SlotClearing clearing = new(slot, book, new AuctionOutcome());
        rule.Clear(book, clearing.Outcome);
        clearing._positions.EnsureCapacity(clearing.Outcome.Asks.FilledCount + clearing.Outcome.Bids.FilledCount);
        clearing.Hold(book.Asks, clearing.Outcome.Asks, fill => new Position(
            fill.EnergyMilliwattHours, 0, fill.AmountMicros, 0, Money.Share(fill.AmountMicros, taxPermille)));
        clearing.Hold(book.Bids, clearing.Outcome.Bids, fill => new Position(0, fill.EnergyMilliwattHours, 0, fill.AmountMicros, 0));
        return clearing;
    }

    private void Hold(MeritOrder orders, Fills fills, Func<Fill, Position> positionOf)
    {
        for (int rank = 0; rank < fills.Count; rank++)
        {
            if (fills[rank].EnergyMilliwattHours > 0)
            {
                int meter = orders.Meters[rank];
                ref Position position = ref CollectionsMarshal.GetValueRefOrAddDefault(_positions, meter, out _);
                position += positionOf(fills[rank]);
            }
        }
    }
}
