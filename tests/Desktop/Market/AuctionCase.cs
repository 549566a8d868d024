// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

/// <summary>An auction written as a person would: energy in kWh, prices in money per kWh, names numbered from 1 on each side.</summary>
internal sealed class AuctionCase
{
    private const int FirstBuyer = 101;
    private readonly OrderBook _book = new();
    private int _sellers;
    private int _buyers;

    public AuctionCase Ask(decimal kilowattHours, decimal? price, decimal reputation = 1)
    {
        _sellers++;
        if (price is decimal ask)
        {
            _book.Add(TradeSide.Sell, new Order(_sellers, Milli(kilowattHours), (int)Micro(ask), (int)(reputation * 1000)));
        }

        return this;
    }

    public AuctionCase Bid(decimal kilowattHours, decimal price)
    {
        _book.Add(TradeSide.Buy, new Order(FirstBuyer + _buyers++, Milli(kilowattHours), (int)Micro(price), 1000));
        return this;
    }

    public SlotClearing Clear(decimal taxPercent = 0) => SlotClearing.Of(1, _book, new PayAsAskRule(), (int)(taxPercent * 10));

    /// <summary>Trades as "s1 b1 1.5 0.18": seller, buyer, kWh, money paid.</summary>
    public static string Trades(SlotClearing clearing) => string.Join("; ", clearing.Trades.Select(trade =>
        $"s{trade.Seller} b{trade.Buyer - FirstBuyer + 1} {Plain(trade.EnergyMilliwattHours)} {Plain(trade.AmountMicros)}"));

    /// <summary>Energy of one side that found no partner, as "s3 3".</summary>
    public static string Untraded(SlotClearing clearing, TradeSide side)
    {
        IReadOnlyList<Order> orders = side == TradeSide.Sell ? clearing.Book.Asks : clearing.Book.Bids;
        return string.Join("; ", orders
            .Select(order => (order.Meter, Left: order.EnergyMilliwattHours - Traded(clearing, order.Meter)))
            .Where(order => order.Left > 0)
            .OrderBy(order => order.Meter)
            .Select(order => (order.Meter < FirstBuyer ? $"s{order.Meter}" : $"b{order.Meter - FirstBuyer + 1}") + " " + Plain(order.Left)));
    }

    /// <summary>Net money of a seller after tax, or money paid by a buyer.</summary>
    public static decimal MoneyOf(SlotClearing clearing, string name)
    {
        int number = int.Parse(name[1..], System.Globalization.CultureInfo.InvariantCulture);
        clearing.Positions.TryGetValue(name[0] == 's' ? number : number + FirstBuyer - 1, out Position position);
        return (name[0] == 's' ? position.NetReceivedMicros : position.PaidMicros) / 1_000_000m;
    }

    private static long Traded(SlotClearing clearing, int meter)
    {
        clearing.Positions.TryGetValue(meter, out Position position);
        return position.SoldMilliwattHours + position.BoughtMilliwattHours;
    }

    private static string Plain(long millionths) => (millionths / 1_000_000m).ToString("0.######", System.Globalization.CultureInfo.InvariantCulture);

    private static long Milli(decimal kilowattHours) => (long)(kilowattHours * 1_000_000);

    private static long Micro(decimal money) => (long)(money * 1_000_000);
}
