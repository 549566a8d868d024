// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Market.UpperLevel;

namespace Prosumeter.Tests.Market.UpperLevel;

[TestClass]
public sealed class UpperLevelSharesTests
{
    private const int Slots = 500;
    private static readonly string[] s_clusters = ["a", "b", "c", "d"];

    [TestMethod]
    [TestCategory("P-39")]
    public void OfferIsWhatTheLocalAuctionLeftAtItsMaximumAsk()
    {
        SlotClearing clearing = new AuctionCase().Ask(2, 0.12m).Ask(1, 0.15m).Ask(3, 0.18m).Ask(1, 0.17m).Bid(1.5m, 0.2m).Bid(2, 0.16m).Bid(2, 0.11m).Clear();

        ClusterOffer offer = ClusterOffer.Of("a", clearing);

        Assert.AreEqual(new PricedEnergy(4_000_000, 180_000), offer.Sale);
        CollectionAssert.AreEqual(new[] { new PricedEnergy(500_000, 160_000), new PricedEnergy(2_000_000, 110_000) }, offer.Purchases.ToArray());
        Assert.IsFalse(offer.IsEmpty);
        Assert.IsTrue(ClusterOffer.Of("a", new AuctionCase().Clear()).IsEmpty);
    }

    [TestMethod]
    [TestCategory("P-39")]
    public void PurchasesOfManyCapsEndInAStepAtTheLowest()
    {
        AuctionCase auction = new();
        for (int bid = 0; bid < 40; bid++)
        {
            auction.Bid(1, 0.1m + (bid * 0.001m));
        }

        ClusterOffer offer = ClusterOffer.Of("a", auction.Clear());

        Assert.HasCount(ClusterOffer.MostPurchases, offer.Purchases);
        Assert.AreEqual(new PricedEnergy(1_000_000, 139_000), offer.Purchases[0]);
        Assert.AreEqual(new PricedEnergy(25_000_000, 100_000), offer.Purchases[^1]);
    }

    [TestMethod]
    public void SalesComeFromTheCheapestUnsoldAskAndPurchasesGoToTheHighestBid()
    {
        SlotClearing selling = new AuctionCase().Ask(1, 0.15m).Ask(2, 0.12m).Clear();
        SlotClearing buying = new AuctionCase().Bid(1, 0.16m).Bid(2, 0.2m).Clear();
        ClusterTrade[] trades = [new("a", "b", 2_500_000, 150_000), new("b", "c", 9, 1)];

        IReadOnlyDictionary<int, Position> sold = UpperLevelShares.Of(selling, "a", trades, taxPermille: 100);
        IReadOnlyDictionary<int, Position> bought = UpperLevelShares.Of(buying, "b", trades[..1], taxPermille: 100);

        Assert.AreEqual(new Position(2_000_000, 0, 300_000, 0, 30_000), sold[2]);
        Assert.AreEqual(new Position(500_000, 0, 75_000, 0, 7_500), sold[1]);
        Assert.AreEqual(new Position(0, 2_000_000, 0, 300_000, 0), bought[102]);
        Assert.AreEqual(new Position(0, 500_000, 0, 75_000, 0), bought[101]);
        Assert.ThrowsExactly<InvalidOperationException>(() => UpperLevelShares.Of(selling, "b", trades[..1], taxPermille: 0));
    }

    /// <summary>Both levels of a slot: no energy and no money is lost, and no meter is worse off than by its own limit, to a micro-unit a trade.</summary>
    [TestMethod]
    public void BothLevelsConserveEnergyAndMoney()
    {
        Random random = new(20180807);
        int tradesSeen = 0;
        for (int slot = 0; slot < Slots; slot++)
        {
            Dictionary<string, SlotClearing> local = s_clusters.ToDictionary(cluster => cluster, _ => SlotClearing.Of(slot, Book(random), new PayAsAskRule(), 50));
            IReadOnlyList<ClusterTrade> trades = UpperLevelAuction.Clear(local.Select(entry => ClusterOffer.Of(entry.Key, entry.Value)).ToArray());
            Dictionary<string, IReadOnlyDictionary<int, Position>> shares =
                local.ToDictionary(entry => entry.Key, entry => UpperLevelShares.Of(entry.Value, entry.Key, trades, 50));
            Position sum = shares.Values.SelectMany(share => share.Values).Aggregate(default(Position), (one, other) => one + other);
            tradesSeen += trades.Count;

            Assert.AreEqual(trades.Sum(trade => trade.EnergyMilliwattHours), sum.SoldMilliwattHours);
            Assert.AreEqual(sum.SoldMilliwattHours, sum.BoughtMilliwattHours);
            Assert.AreEqual(trades.Sum(trade => trade.AmountMicros), sum.ReceivedMicros);
            Assert.AreEqual(sum.ReceivedMicros, sum.PaidMicros);
            Assert.IsTrue(local.All(entry => AreLimitsKept(entry.Value, shares[entry.Key], trades.Count)));
        }

        Assert.IsGreaterThan(Slots, tradesSeen);
    }

    private static bool AreLimitsKept(SlotClearing local, IReadOnlyDictionary<int, Position> shares, int trades)
    {
        bool asks = local.Book.Asks.All(ask => shares.GetValueOrDefault(ask.Meter) is Position share
            && share.ReceivedMicros >= Money.Amount(share.SoldMilliwattHours, ask.PriceMicrosPerKilowattHour) - trades - 1
            && share.SoldMilliwattHours <= ask.EnergyMilliwattHours - local.PositionOf(ask.Meter).SoldMilliwattHours);
        return asks && local.Book.Bids.All(bid => shares.GetValueOrDefault(bid.Meter) is Position share
            && share.PaidMicros <= Money.Amount(share.BoughtMilliwattHours, bid.PriceMicrosPerKilowattHour) + trades + 1
            && share.BoughtMilliwattHours <= bid.EnergyMilliwattHours - local.PositionOf(bid.Meter).BoughtMilliwattHours);
    }

    private static OrderBook Book(Random random)
    {
        OrderBook book = new();
        int lowest = random.Next(2) * 100_000, energy = random.Next(1, 4_000_000);
        for (int meter = 1; meter <= 20; meter++)
        {
            TradeSide side = random.Next(3) == random.Next(2) ? TradeSide.Sell : TradeSide.Buy;
            book.Add(side, new Order(meter, random.Next(1, 1 + energy), lowest + (random.Next(0, 8) * 33_333), 1000));
        }

        return book;
    }
}
