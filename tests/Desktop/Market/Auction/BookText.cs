// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

/// <summary>
/// A book and its outcome as a person writes them. Offers are "2@0.25 1@0.2": energy in kWh at a price per kWh. Fills are "2=0.35 -": energy in kWh for an amount of
/// money, in the order of the offers, with "-" for an offer without trade.
/// </summary>
internal static class BookText
{
    private const int FirstBuyer = 101;
    private const decimal Millionths = 1_000_000m;

    public static OrderBook Book(string bids, string asks)
    {
        OrderBook book = new();
        Add(book, TradeSide.Sell, asks, 1);
        Add(book, TradeSide.Buy, bids, FirstBuyer);
        return book;
    }

    public static string Fills(MeritOrder orders, Fills fills) => string.Join(' ', Enumerable.Range(0, fills.Count)
        .OrderBy(rank => orders[rank].Meter)
        .Select(rank => fills[rank] == default ? "-" : $"{Plain(fills[rank].EnergyMilliwattHours)}={Plain(fills[rank].AmountMicros)}"));

    private static void Add(OrderBook book, TradeSide side, string offers, int meter)
    {
        foreach (string offer in offers.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            decimal[] parts = offer.Split('@').Select(part => decimal.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            book.Add(side, new Order(meter++, (long)(parts[0] * Millionths), (int)(parts[1] * Millionths), 1000));
        }
    }

    private static string Plain(long millionths) => (millionths / Millionths).ToString("0.######", CultureInfo.InvariantCulture);
}
