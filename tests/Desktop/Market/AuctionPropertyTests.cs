// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

/// <summary>What pay-as-ask promises, on random books: no one is worse off, no energy and no money is lost, and no pair that could trade is left over.</summary>
[TestClass]
public sealed class AuctionPropertyTests
{
    private const int Books = 2000;

    [TestMethod]
    public void HoldsOnRandomBooks()
    {
        Random random = new(20250621);
        for (int number = 0; number < Books; number++)
        {
            OrderBook book = RandomBook(random);
            SlotClearing clearing = SlotClearing.Of(1, book, new PayAsAskRule(), random.Next(0, 1001));
            AssertConserved(clearing);
            AssertIndividuallyRational(book, clearing);
            AssertNothingTradableIsLeft(book, clearing);
        }
    }

    private static void AssertConserved(SlotClearing clearing)
    {
        long received = clearing.Positions.Values.Sum(position => position.NetReceivedMicros);

        Assert.AreEqual(clearing.PaidMicros, received + clearing.TaxMicros);
        Assert.AreEqual(clearing.TradedMilliwattHours, clearing.Positions.Values.Sum(position => position.SoldMilliwattHours));
        Assert.AreEqual(clearing.TradedMilliwattHours, clearing.Positions.Values.Sum(position => position.BoughtMilliwattHours));
    }

    private static void AssertIndividuallyRational(OrderBook book, SlotClearing clearing)
    {
        Dictionary<int, Order> asks = book.Asks.ToDictionary(order => order.Meter);
        Dictionary<int, Order> bids = book.Bids.ToDictionary(order => order.Meter);
        foreach (Trade trade in clearing.Trades)
        {
            Assert.IsGreaterThan(0, trade.EnergyMilliwattHours);
            Assert.AreEqual(Money.Amount(trade.EnergyMilliwattHours, asks[trade.Seller].PriceMicrosPerKilowattHour), trade.AmountMicros);
            Assert.IsLessThanOrEqualTo(Money.Amount(trade.EnergyMilliwattHours, bids[trade.Buyer].PriceMicrosPerKilowattHour), trade.AmountMicros);
        }
    }

    private static void AssertNothingTradableIsLeft(OrderBook book, SlotClearing clearing)
    {
        int cheapestLeft = book.Asks.Where(order => Left(order, clearing, position => position.SoldMilliwattHours) > 0)
            .Select(order => order.PriceMicrosPerKilowattHour).DefaultIfEmpty(int.MaxValue).Min();
        int highestLeft = book.Bids.Where(order => Left(order, clearing, position => position.BoughtMilliwattHours) > 0)
            .Select(order => order.PriceMicrosPerKilowattHour).DefaultIfEmpty(-1).Max();

        Assert.IsLessThan(cheapestLeft, highestLeft);
    }

    private static long Left(Order order, SlotClearing clearing, Func<Position, long> traded)
    {
        clearing.Positions.TryGetValue(order.Meter, out Position position);
        long left = order.EnergyMilliwattHours - traded(position);
        Assert.IsGreaterThanOrEqualTo(0, left, "nobody trades more than was offered");
        return left;
    }

    private static OrderBook RandomBook(Random random)
    {
        OrderBook book = new();
        int meters = random.Next(0, 13);
        for (int meter = 1; meter <= meters; meter++)
        {
            // Few distinct prices, so that ties and touching orders are frequent.
            TradeSide side = random.Next(2) == 0 ? TradeSide.Sell : TradeSide.Buy;
            book.Add(side, new Order(meter, random.Next(1, 5_000_000), random.Next(0, 8) * 33_333, random.Next(0, 3) * 500));
        }

        return book;
    }
}
