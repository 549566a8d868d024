// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>The bids of the slot whose gate is open. A meter has one bid a slot: a later one, with a higher sequence, replaces it.</summary>
public sealed class BidBook
{
    private readonly Dictionary<int, Offer> _offers = [];

    /// <summary>An open book.</summary>
    /// <param name="slot">The slot that is bid for.</param>
    public BidBook(int slot) => Slot = slot;

    /// <summary>The slot that is bid for.</summary>
    public int Slot { get; private set; }

    /// <summary>The meters that have bid.</summary>
    public IReadOnlyCollection<int> Meters => _offers.Keys;

    /// <summary>The side a meter has bid on.</summary>
    public TradeSide SideOf(int meter) => _offers[meter].Side;

    /// <summary>Takes a bid, or says why not; a refusal changes nothing.</summary>
    /// <param name="bid">The bid; nothing of it is kept but its values.</param>
    /// <param name="currentSlot">The slot that is running.</param>
    public RefusalReason Take(Bid bid, int currentSlot)
    {
        ArgumentNullException.ThrowIfNull(bid);
        if (bid.Slot != Slot)
        {
            return bid.Slot > Slot ? RefusalReason.FromFuture : bid.Slot > currentSlot ? RefusalReason.GateClosed : RefusalReason.FromPast;
        }

        if (bid.EnergyMilliwattHours <= 0 || bid.PriceMicrosPerKilowattHour < 0 || bid.Side is not (TradeSide.Sell or TradeSide.Buy))
        {
            return RefusalReason.OutOfRange;
        }

        if (_offers.TryGetValue(bid.Meter, out Offer before) && bid.Sequence <= before.Sequence)
        {
            return bid.Sequence == before.Sequence ? RefusalReason.Repeated : RefusalReason.FromPast;
        }

        _offers[bid.Meter] = new Offer(bid.Sequence, bid.Side, bid.EnergyMilliwattHours, bid.PriceMicrosPerKilowattHour);
        return RefusalReason.Taken;
    }

    /// <summary>Begins another slot without any bid, in the memory of this one.</summary>
    internal void Reopen(int slot)
    {
        Slot = slot;
        _offers.Clear();
    }

    /// <summary>The bids as the auction wants them.</summary>
    public OrderBook ToOrderBook(MarketAccounts accounts)
    {
        ArgumentNullException.ThrowIfNull(accounts);
        OrderBook book = new();
        foreach ((int meter, Offer offer) in _offers)
        {
            book.Add(offer.Side, new Order(meter, offer.EnergyMilliwattHours, offer.PriceMicrosPerKilowattHour, accounts.Of(meter).ReputationPermille));
        }

        return book;
    }

    private readonly record struct Offer(int Sequence, TradeSide Side, long EnergyMilliwattHours, int PriceMicrosPerKilowattHour);
}
