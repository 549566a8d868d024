// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// Where the two step curves of a book cross: the cheapest asks meet the highest bids while the bid reaches the ask, so the gains from trade are the largest possible.
/// </summary>
internal readonly ref struct Crossing
{
    private readonly StepCurve _asks;
    private readonly StepCurve _bids;

    /// <summary>Walks both curves of a book.</summary>
    public Crossing(OrderBook book)
    {
        _asks = new StepCurve(book.Asks);
        _bids = new StepCurve(book.Bids);
        while (!_asks.IsAtEnd && !_bids.IsAtEnd && _bids.PriceMicrosPerKilowattHour >= _asks.PriceMicrosPerKilowattHour)
        {
            (LastAsk, LastBid) = (_asks.Rank, _bids.Rank);
            long energy = Math.Min(_asks.LeftMilliwattHours, _bids.LeftMilliwattHours);
            EnergyMilliwattHours += energy;
            _asks.Advance(energy);
            _bids.Advance(energy);
        }
    }

    /// <summary>Energy Q* that trades, in mWh; 0 when the curves do not cross.</summary>
    public long EnergyMilliwattHours { get; }

    /// <summary>Whether anything trades; without it there are no last orders.</summary>
    public bool HasTrade => EnergyMilliwattHours > 0;

    /// <summary>Rank K of the marginal seller, the last one with a trade.</summary>
    public int LastAsk { get; }

    /// <summary>Rank L of the marginal buyer, the last one with a trade.</summary>
    public int LastBid { get; }

    /// <summary>The asks beyond the crossing, beginning with what is left of the marginal one.</summary>
    public StepCurve AsksBeyond => _asks;

    /// <summary>The bids beyond the crossing, beginning with what is left of the marginal one.</summary>
    public StepCurve BidsBeyond => _bids;
}
