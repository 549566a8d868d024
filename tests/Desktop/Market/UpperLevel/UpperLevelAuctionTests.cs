// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market.UpperLevel;

namespace Prosumeter.Tests.Market.UpperLevel;

[TestClass]
public sealed class UpperLevelAuctionTests
{
    [TestMethod]
    [TestCategory("P-40")]
    [DataRow("a 3@0.18, b 2@0.16", "c 4@0.2", "b>c 2@0.16, a>c 2@0.18", DisplayName = "the cheapest seller first, each at its own price")]
    [DataRow("a 1@0.25", "c 1@0.2", "", DisplayName = "no trade above the cap")]
    [DataRow("a 1@0.2", "c 1@0.2", "a>c 1@0.2", DisplayName = "the cap itself is accepted")]
    [DataRow("a 1@0.2", "c 1@0.199999", "")]
    [DataRow("a 3@0.15", "b 2@0.18, c 2@0.2", "a>c 2@0.15, a>b 1@0.15", DisplayName = "the highest cap first")]
    [DataRow("a 2@0.1, b 2@0.15", "a 3@0.2", "b>a 2@0.15", DisplayName = "never from itself")]
    [DataRow("a 2@0.1, b 2@0.15", "a 3@0.2, c 1@0.12", "b>a 2@0.15, a>c 1@0.1")]
    [DataRow("b 1@0.15, a 1@0.15", "c 1@0.2", "a>c 1@0.15", DisplayName = "equal prices by name")]
    [DataRow("a 1@0.15", "c 1@0.2, b 1@0.2", "a>b 1@0.15", DisplayName = "equal caps by name")]
    [DataRow("a 3@0.12, b 3@0.18", "c 1@0.2 3@0.15", "a>c 3@0.12", DisplayName = "several caps of one buyer")]
    [DataRow("", "c 1@0.2", "")]
    [DataRow("a 1@0.2", "", "")]
    public void TradesAreThoseOfTheRule(string sales, string purchases, string trades) =>
        Assert.AreEqual(trades, OfferText.Of(UpperLevelAuction.Clear(OfferText.Offers(sales, purchases))));

    [TestMethod]
    public void NothingIsLostAndNobodyIsWorseOff() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(RandomOffers.Of(6).ToArbitrary(), offers => IsSound(offers, UpperLevelAuction.Clear(offers))));

    [TestMethod]
    public void OrderOfTheOffersDoesNotMatter() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500),
        Prop.ForAll(RandomOffers.Of(6).ToArbitrary(), offers =>
            OfferText.Of(UpperLevelAuction.Clear(offers)) == OfferText.Of(UpperLevelAuction.Clear(offers.Reverse().ToArray()))));

    private static bool IsSound(ClusterOffer[] offers, IReadOnlyList<ClusterTrade> trades) =>
        trades.All(trade => trade.EnergyMilliwattHours > 0 && trade.Seller != trade.Buyer)
        && trades.DistinctBy(trade => (trade.Seller, trade.Buyer)).Count() == trades.Count
        && Array.TrueForAll(offers, offer => LeftToSell(offer, trades) >= 0 && KeepsCaps(offer, trades))
        && !IsPairLeft(offers, trades);

    private static bool KeepsCaps(ClusterOffer offer, IReadOnlyList<ClusterTrade> trades) => trades
        .Where(trade => trade.Buyer == offer.Cluster)
        .Select(trade => trade.PriceMicrosPerKilowattHour)
        .All(price => trades
            .Where(trade => trade.Buyer == offer.Cluster && trade.PriceMicrosPerKilowattHour >= price)
            .Sum(trade => trade.EnergyMilliwattHours) <= offer.DemandAt(price));

    private static bool IsPairLeft(ClusterOffer[] offers, IReadOnlyList<ClusterTrade> trades) => offers
        .Where(seller => LeftToSell(seller, trades) > 0)
        .Any(seller => Array.Exists(offers, buyer => buyer.Cluster != seller.Cluster
            && Bought(buyer, trades) < buyer.DemandAt(seller.Sale.PriceMicrosPerKilowattHour)));

    private static long LeftToSell(ClusterOffer offer, IReadOnlyList<ClusterTrade> trades) =>
        offer.Sale.EnergyMilliwattHours - trades.Where(trade => trade.Seller == offer.Cluster).Sum(trade => trade.EnergyMilliwattHours);

    private static long Bought(ClusterOffer offer, IReadOnlyList<ClusterTrade> trades) =>
        trades.Where(trade => trade.Buyer == offer.Cluster).Sum(trade => trade.EnergyMilliwattHours);
}
