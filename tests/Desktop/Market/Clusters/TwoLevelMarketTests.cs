// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Market.Clusters;
using Prosumeter.Tests.Market.UpperLevel;

namespace Prosumeter.Tests.Market.Clusters;

/// <summary>Slots of a two-level market, worked by hand.</summary>
[TestClass]
public sealed class TwoLevelMarketTests
{
    private static readonly ClusterPrices s_prices = new(200_000, 300_000);

    [TestMethod]
    public void RevenueIsTaxedAndCoinsAreRedeemed()
    {
        TwoLevelMarket market = Market(new ClusterSettings("a", new PayAsAskRule()) { TaxPermille = 50, LowestCostMicrosPerKilowattHour = 100_000 });
        market.Clusters[0].Add(new ClusterAsk(1, 2_000_000, 120_000, 100_000));
        market.Clusters[0].Add(new ClusterAsk(2, 1_000_000, 150_000, 110_000));
        market.Clusters[0].Add(new ClusterAsk(3, 3_000_000, 180_000, 120_000));
        market.Clusters[0].Add(new ClusterBid(11, 3_000_000, 0, 160_000));

        ClusterSlot slot = market.Clear(1, s_prices).Clusters[0];

        Assert.AreEqual(228_000, slot.PositionOf(1).NetReceivedMicros);
        Assert.AreEqual(142_500, slot.PositionOf(2).NetReceivedMicros);
        Assert.AreEqual(370_500, slot.Metrics.RevenueMicros);
        Assert.AreEqual(19_500, slot.Metrics.TaxMicros);
        Assert.AreEqual(310_000, slot.Metrics.CostMicros);
        Assert.AreEqual(60_500, slot.Metrics.ObjectiveMicros);
        Assert.AreEqual(3_000_000, slot.Metrics.HeadroomMilliwattHours);
        Assert.AreEqual((6_000_000L, 3_000_000L), (slot.Coins.MintedMilliwattHours, slot.Coins.RedeemedMilliwattHours));
        Assert.AreEqual(3_000_000, slot.Returned[3]);
        Assert.HasCount(1, slot.Returned);
        Assert.IsEmpty(slot.Backstop);
    }

    [TestMethod]
    public void OtherClustersComeBeforeTheGrid()
    {
        TwoLevelMarket market = Market(Settings("a"), Settings("b"), Settings("c"));
        market.Clusters[0].Add(new ClusterAsk(1, 1_000_000, 120_000, 0));
        market.Clusters[1].Add(new ClusterAsk(1, 1_000_000, 100_000, 0));
        market.Clusters[1].Add(new ClusterAsk(2, 1_000_000, 150_000, 0));
        market.Clusters[1].Add(new ClusterBid(11, 500_000, 0, 200_000));
        market.Clusters[2].Add(new ClusterBid(11, 3_000_000, 1_000_000, 200_000));

        TwoLevelSlot slot = market.Clear(1, s_prices);

        Assert.AreEqual("a>c 1@0.12, b>c 1.5@0.15", OfferText.Of(slot.Trades));
        Assert.AreEqual(new BackstopPurchase(11, 1_500_000, 0, 0, 450_000), slot.Clusters[2].Backstop.Single());
        Assert.AreEqual(new Position(0, 2_500_000, 0, 345_000, 0), slot.Clusters[2].PositionOf(11));
        Assert.AreEqual(new Position(500_000, 0, 75_000, 0, 0), slot.Clusters[1].Upper[1]);
        Assert.IsTrue(slot.Clusters.All(cluster => cluster.Metrics.UnservedMilliwattHours == 0));
    }

    [TestMethod]
    public void IslandLivesOnItsReserveAndThenGoesUnserved()
    {
        TwoLevelMarket market = Market(Settings("a") with { IsIslanded = true, TaxPermille = 100 });
        market.Clusters[0].StartDay(20_000_000);
        market.Clusters[0].Add(new ClusterBid(1, 700_000, 200_000, 150_000));
        market.Clusters[0].Add(new ClusterBid(2, 600_000, 0, 200_000));

        ClusterSlot slot = market.Clear(1, s_prices).Clusters[0];

        Assert.AreEqual(new BackstopPurchase(2, 0, 600_000, 0, 120_000), slot.Backstop[0]);
        Assert.AreEqual(new BackstopPurchase(1, 0, 400_000, 500_000, 80_000), slot.Backstop[1]);
        Assert.AreEqual(500_000, slot.Metrics.UnservedMilliwattHours);
        Assert.AreEqual(-500_000, slot.Metrics.HeadroomMilliwattHours);
        Assert.AreEqual(0, market.Clusters[0].ReserveMilliwattHours);
    }

    [TestMethod]
    public void InterruptibleLoadsAreCutWhenTheCentralPriceIsBelowTheLowestCost()
    {
        TwoLevelMarket market = Market(Settings("a") with { LowestCostMicrosPerKilowattHour = 250_000 });
        market.Clusters[0].Add(new ClusterAsk(1, 5_000_000, 250_000, 250_000));
        market.Clusters[0].Add(new ClusterBid(2, 1_000_000, 2_000_000, 300_000));
        market.Clusters[0].Add(new ClusterBid(3, 0, 400_000, 300_000));

        ClusterSlot slot = market.Clear(1, s_prices).Clusters[0];

        Assert.IsTrue(slot.IsDemandCut);
        Assert.AreEqual(1_000_000, slot.PositionOf(2).BoughtMilliwattHours);
        Assert.AreEqual(2_400_000, slot.Metrics.UnservedMilliwattHours);
        Assert.AreEqual(120_000, slot.Metrics.PenaltyMicros);
        Assert.AreEqual(-120_000, slot.Metrics.ObjectiveMicros);
        Assert.IsTrue(slot.Backstop.All(purchase => purchase.GridMilliwattHours == 0));
    }

    [TestMethod]
    public void HigherReputationSellsFirstAmongEqualAsks()
    {
        TwoLevelMarket market = Market(Settings("a"));
        market.Clusters[0].Add(new ClusterAsk(1, 1_000_000, 150_000, 0, ReputationPermille: 900));
        market.Clusters[0].Add(new ClusterAsk(2, 1_000_000, 150_000, 0, ReputationPermille: 1100));
        market.Clusters[0].Add(new ClusterAsk(3, 1_000_000, 150_000, 0, ReputationPermille: 1100));
        market.Clusters[0].Add(new ClusterBid(11, 1_000_000, 0, 200_000));

        Assert.AreEqual(1_000_000, market.Clear(1, s_prices).Clusters[0].PositionOf(2).SoldMilliwattHours);
    }

    [TestMethod]
    public void BadInputIsNamed()
    {
        TwoLevelMarket market = Market(Settings("a"));
        market.Clusters[0].Add(new ClusterBid(7, 1, 0, 0));

        Assert.Contains("Meter 7 of cluster 'a'", Assert.ThrowsExactly<ArgumentException>(() => market.Clusters[0].Add(new ClusterAsk(7, 1, 0, 0))).Message);
        Assert.Contains("'a'", Assert.ThrowsExactly<ArgumentException>(() => Market(Settings("a"), Settings("a"))).Message);
        Assert.Contains("TaxPermille is '1001'; allowed: 0 to 1000", Assert.ThrowsExactly<ArgumentException>(() => Market(Settings("a") with { TaxPermille = 1001 })).Message);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => market.Clusters[0].Add(new ClusterAsk(8, 0, 0, 0)));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => market.Clusters[0].Add(new ClusterBid(8, 0, -1, 0)));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => market.Clear(1, new ClusterPrices(-1, 0)));
    }

    private static TwoLevelMarket Market(params ClusterSettings[] clusters) => new(clusters);

    private static ClusterSettings Settings(string name) => new(name, new PayAsAskRule()) { TaxPermille = 0 };
}
