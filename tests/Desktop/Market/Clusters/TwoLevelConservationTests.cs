// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Market.Clusters;

namespace Prosumeter.Tests.Market.Clusters;

/// <summary>Whatever homes ask and bid: no coin, no mWh and no micro-unit is lost or made, and loads are left out only where nobody can serve them.</summary>
[TestClass]
public sealed class TwoLevelConservationTests
{
    private const int PriceStepMicros = 20_000;

    [TestMethod]
    public void CoinsEnergyAndMoneyAreConserved() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Stories().ToArbitrary(), story =>
        {
            TwoLevelSlot slot = Clear(story, story.Orders);
            for (int index = 0; index < slot.Clusters.Count; index++)
            {
                AssertCoins(slot.Clusters[index]);
                AssertEachBidIsAccountedFor(story, index, slot.Clusters[index]);
                AssertLoadsAreLeftOutForAReason(story, index, slot.Clusters[index]);
            }

            AssertEnergyAndMoney(slot);
        }));

    [TestMethod]
    public void OrderOfArrivalDoesNotMatter() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(300),
        Prop.ForAll(Stories().ToArbitrary(), story => Text(Clear(story, story.Orders)) == Text(Clear(story, story.Orders.Reverse()))));

    private static TwoLevelSlot Clear(Story story, IEnumerable<HomeOrder> orders)
    {
        TwoLevelMarket market = new(story.Clusters);
        foreach (ClusterMarket cluster in market.Clusters)
        {
            cluster.StartDay(story.DailyDemand);
        }

        foreach (HomeOrder order in orders)
        {
            order.AddTo(market.Clusters[order.Cluster % market.Clusters.Count]);
        }

        return market.Clear(1, story.Prices);
    }

    private static void AssertCoins(ClusterSlot slot)
    {
        long sold = slot.Local.Positions.Values.Concat(slot.Upper.Values).Sum(position => position.SoldMilliwattHours);

        Assert.AreEqual(0, slot.Coins.OutstandingMilliwattHours);
        Assert.AreEqual(slot.Local.Book.Asks.Sum(ask => ask.EnergyMilliwattHours), slot.Coins.MintedMilliwattHours);
        Assert.AreEqual(sold, slot.Coins.RedeemedMilliwattHours);
        Assert.AreEqual(slot.Coins.ReturnedMilliwattHours, slot.Returned.Values.Sum());
    }

    private static void AssertEachBidIsAccountedFor(Story story, int index, ClusterSlot slot)
    {
        foreach (ClusterBid bid in BidsOf(story, index))
        {
            BackstopPurchase rest = slot.Backstop.SingleOrDefault(purchase => purchase.Meter == bid.Meter);
            Assert.AreEqual(
                bid.FirmMilliwattHours + bid.InterruptibleMilliwattHours,
                slot.PositionOf(bid.Meter).BoughtMilliwattHours + rest.GridMilliwattHours + rest.ReserveMilliwattHours + rest.UnservedMilliwattHours);
            Assert.AreEqual(
                Money.Amount(rest.GridMilliwattHours, story.Prices.RealTimeMicrosPerKilowattHour) + Money.Amount(rest.ReserveMilliwattHours, story.Prices.RetailMicrosPerKilowattHour),
                rest.PaidMicros);
        }
    }

    private static void AssertLoadsAreLeftOutForAReason(Story story, int index, ClusterSlot slot)
    {
        ClusterSettings settings = story.Clusters[index];
        long interruptible = BidsOf(story, index).Sum(bid => bid.InterruptibleMilliwattHours);
        long unserved = slot.Backstop.Sum(purchase => purchase.UnservedMilliwattHours), drawn = slot.Backstop.Sum(purchase => purchase.ReserveMilliwattHours);
        long reserve = Reserve.Capacity(settings.TaxPermille, settings.ReserveDivisor, story.DailyDemand);

        Assert.AreEqual(unserved, slot.Metrics.UnservedMilliwattHours);
        Assert.IsTrue(drawn <= reserve && (drawn == 0 || settings.IsIslanded));
        Assert.IsTrue(unserved == 0 || settings.IsIslanded || slot.IsDemandCut);
        Assert.IsTrue(unserved <= interruptible || (settings.IsIslanded && drawn == reserve), "firm loads are served while somebody can");
    }

    private static void AssertEnergyAndMoney(TwoLevelSlot slot)
    {
        Position upper = slot.Clusters.SelectMany(cluster => cluster.Upper.Values).Aggregate(default(Position), (one, other) => one + other);
        Position all = slot.Clusters.SelectMany(cluster => cluster.Local.Positions.Values).Aggregate(upper, (one, other) => one + other);

        Assert.AreEqual(slot.Trades.Sum(trade => trade.EnergyMilliwattHours), upper.SoldMilliwattHours);
        Assert.AreEqual(upper.SoldMilliwattHours, upper.BoughtMilliwattHours);
        Assert.AreEqual(all.SoldMilliwattHours, all.BoughtMilliwattHours);
        Assert.AreEqual(all.PaidMicros, slot.Clusters.Sum(cluster => cluster.Metrics.RevenueMicros + cluster.Metrics.TaxMicros));
    }

    private static IEnumerable<ClusterBid> BidsOf(Story story, int index) =>
        story.Orders.Where(order => !order.IsAsk && order.Cluster % story.Clusters.Length == index).Select(order => order.ToBid());

    private static string Text(TwoLevelSlot slot) => string.Join(" ", slot.Clusters.Select(cluster =>
        string.Join(' ', cluster.Local.Trades) + string.Join(' ', cluster.Upper.OrderBy(entry => entry.Key)) + string.Join(' ', cluster.Backstop) + cluster.Metrics));

    private static Gen<Story> Stories() =>
        from clusters in Gen.Choose(1, 4)
        from settings in Gen.CollectToArray(Enumerable.Range(0, clusters), Settings)
        from count in Gen.Choose(0, 16)
        from orders in Gen.CollectToArray(Enumerable.Range(1, count), Order)
        from demand in Gen.Choose(0, 100_000_000)
        from retail in Gen.Choose(2, 7)
        from realTime in Gen.Choose(0, 9)
        select new Story(settings, orders, demand, new ClusterPrices(retail * PriceStepMicros, realTime * PriceStepMicros));

    private static Gen<ClusterSettings> Settings(int index) =>
        from isIslanded in Gen.Elements(true, false)
        from tax in Gen.Elements(0, 33, 1000)
        from cost in Gen.Choose(0, 5)
        from rule in Gen.Elements("pay-as-ask", "k-double-auction-500")
        select new ClusterSettings($"cluster-{index}", ClearingRules.Find(rule)!)
        {
            IsIslanded = isIslanded,
            TaxPermille = tax,
            LowestCostMicrosPerKilowattHour = cost * PriceStepMicros,
        };

    private static Gen<HomeOrder> Order(int meter) =>
        from cluster in Gen.Choose(0, 3)
        from isAsk in Gen.Elements(true, false)
        from energy in Gen.Choose(1, 3_000_000)
        from interruptible in Gen.Frequency((1, Gen.Constant(0)), (1, Gen.Choose(0, 3_000_000)))
        from price in Gen.Choose(0, 8)
        from reputation in Gen.Choose(0, 2)
        select new HomeOrder(cluster, meter, isAsk, energy, interruptible, price * PriceStepMicros, reputation * 500);

    private sealed record Story(ClusterSettings[] Clusters, HomeOrder[] Orders, long DailyDemand, ClusterPrices Prices);

    private sealed record HomeOrder(int Cluster, int Meter, bool IsAsk, int Energy, int Interruptible, int Price, int Reputation)
    {
        public void AddTo(ClusterMarket market)
        {
            if (IsAsk)
            {
                market.Add(new ClusterAsk(Meter, Energy, Price, Price / 2, Reputation));
            }
            else
            {
                market.Add(ToBid());
            }
        }

        public ClusterBid ToBid() => new(Meter, Energy, Interruptible, Price);
    }
}
