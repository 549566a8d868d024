// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The discriminatory auction of Sabounchi and Wei: the cheapest ask meets the highest bid as long as the bid reaches the ask, and each pair trades at its ask.
/// </summary>
public sealed class PayAsAskRule : IClearingRule
{
    /// <inheritdoc/>
    public string Name => "pay-as-ask";

    /// <inheritdoc/>
    public IReadOnlyList<Trade> Clear(OrderBook book)
    {
        ArgumentNullException.ThrowIfNull(book);
        IReadOnlyList<Order> asks = book.Asks;
        IReadOnlyList<Order> bids = book.Bids;
        List<Trade> trades = [];
        int ask = 0, bid = 0;
        long sold = 0, bought = 0;
        while (ask < asks.Count && bid < bids.Count && bids[bid].PriceMicrosPerKilowattHour >= asks[ask].PriceMicrosPerKilowattHour)
        {
            long energy = Math.Min(asks[ask].EnergyMilliwattHours - sold, bids[bid].EnergyMilliwattHours - bought);
            trades.Add(TradeAtAsk(asks[ask], bids[bid], energy));
            Advance(asks, ref ask, ref sold, energy);
            Advance(bids, ref bid, ref bought, energy);
        }

        return trades;
    }

    private static Trade TradeAtAsk(Order ask, Order bid, long energyMilliwattHours)
    {
        long amount = Money.Amount(energyMilliwattHours, ask.PriceMicrosPerKilowattHour);
        return new Trade(ask.Meter, bid.Meter, energyMilliwattHours, amount, amount);
    }

    private static void Advance(IReadOnlyList<Order> orders, ref int index, ref long used, long energyMilliwattHours)
    {
        used += energyMilliwattHours;
        if (used == orders[index].EnergyMilliwattHours)
        {
            index++;
            used = 0;
        }
    }
}
