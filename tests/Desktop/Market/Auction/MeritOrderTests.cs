// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

/// <summary>Books of few and of many offers are in merit order, ties included, and a book that is used again holds nothing of before.</summary>
[TestClass]
public sealed class MeritOrderTests
{
    [TestMethod]
    [DataRow(3, 3)]
    [DataRow(3, int.MaxValue)]
    [DataRow(5000, 3)]
    [DataRow(5000, 1 << 11)]
    [DataRow(5000, 300_000)]
    [DataRow(5000, int.MaxValue)]
    public void OffersAreRanked(int count, int differentPrices)
    {
        Random random = new(count);
        OrderBook book = new();
        for (int round = 0; round < 3; round++)
        {
            Order[] orders = Enumerable.Range(0, count + (round * 1000)).Select(_ => OrderOf(random, differentPrices)).ToArray();
            book.Clear();
            foreach (Order order in orders)
            {
                book.Add(TradeSide.Sell, order);
                book.Add(TradeSide.Buy, order);
            }

            CollectionAssert.AreEqual(
                orders.OrderBy(order => order.PriceMicrosPerKilowattHour).ThenByDescending(order => order.ReputationPermille).ThenBy(order => order.Meter).ToArray(), book.Asks.ToArray());
            CollectionAssert.AreEqual(
                orders.OrderByDescending(order => order.PriceMicrosPerKilowattHour).ThenBy(order => order.Meter).ToArray(), book.Bids.ToArray());
        }
    }

    private static Order OrderOf(Random random, int differentPrices) =>
        new(random.Next(), random.Next(1, 1000), random.Next(differentPrices), random.Next(0, 2000));
}
