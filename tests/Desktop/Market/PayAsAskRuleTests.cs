// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

/// <summary>Auctions whose outcome was worked out by an independent prototype of the two-level market (Sabounchi and Wei).</summary>
[TestClass]
public sealed class PayAsAskRuleTests
{
    [TestMethod]
    public void CheapestAskMeetsHighestBidAndEachPairTradesAtItsAsk()
    {
        SlotClearing clearing = new AuctionCase()
            .Ask(2, 0.12m).Ask(1, 0.15m).Ask(3, 0.18m)
            .Bid(1.5m, 0.20m).Bid(2, 0.16m).Bid(2, 0.11m)
            .Clear();

        Assert.AreEqual("s1 b1 1.5 0.18; s1 b2 0.5 0.06; s2 b2 1 0.15", AuctionCase.Trades(clearing));
        Assert.AreEqual("s3 3", AuctionCase.Untraded(clearing, TradeSide.Sell));
        Assert.AreEqual("b2 0.5; b3 2", AuctionCase.Untraded(clearing, TradeSide.Buy));
        Assert.AreEqual(0.18m, AuctionCase.MoneyOf(clearing, "b1"));
        Assert.AreEqual(0.21m, AuctionCase.MoneyOf(clearing, "b2"));
        Assert.AreEqual(0.24m, AuctionCase.MoneyOf(clearing, "s1"));
        Assert.AreEqual(0.15m, AuctionCase.MoneyOf(clearing, "s2"));
        Assert.AreEqual(3_000_000, clearing.TradedMilliwattHours);
    }

    [TestMethod]
    public void TaxIsTakenFromSellersOnly()
    {
        SlotClearing clearing = new AuctionCase().Ask(2, 0.12m).Ask(1, 0.15m).Bid(3, 0.20m).Clear(taxPercent: 5);

        Assert.AreEqual(0.39m, AuctionCase.MoneyOf(clearing, "b1"));
        Assert.AreEqual(0.228m, AuctionCase.MoneyOf(clearing, "s1"), "eq 12 of metric vector 1");
        Assert.AreEqual(0.1425m, AuctionCase.MoneyOf(clearing, "s2"));
        Assert.AreEqual(19_500, clearing.TaxMicros);
    }

    [TestMethod]
    public void AtOnePriceTheBetterReputationSellsFirst()
    {
        SlotClearing clearing = new AuctionCase().Ask(1, 0.15m, 0.9m).Ask(1, 0.15m, 1.1m).Bid(1, 0.2m).Clear();

        Assert.AreEqual("s2 b1 1 0.15", AuctionCase.Trades(clearing));
        Assert.AreEqual("s1 1", AuctionCase.Untraded(clearing, TradeSide.Sell));
    }

    [TestMethod]
    public void AtOnePriceAndReputationTheLowerMeterSellsFirst()
    {
        OrderBook book = new();
        book.Add(TradeSide.Sell, new Order(8, 1000, 150_000, 1000));
        book.Add(TradeSide.Sell, new Order(3, 1000, 150_000, 1000));
        book.Add(TradeSide.Buy, new Order(9, 1000, 150_000, 1000));

        Assert.AreEqual(3, SlotClearing.Of(1, book, new PayAsAskRule(), 0).Trades[0].Seller);
    }

    [TestMethod]
    [DataRow("0.2", 1, DisplayName = "a bid that touches the ask trades")]
    [DataRow("0.2001", 0, DisplayName = "a bid below the ask does not")]
    public void TradesWhenTheBidReachesTheAsk(string ask, int trades)
    {
        decimal price = decimal.Parse(ask, System.Globalization.CultureInfo.InvariantCulture);

        Assert.HasCount(trades, new AuctionCase().Ask(1, price).Bid(1, 0.2m).Clear().Trades);
    }

    [TestMethod]
    public void WithoutSellersNothingIsTraded()
    {
        SlotClearing clearing = new AuctionCase().Bid(1, 0.2m).Clear();

        Assert.IsEmpty(clearing.Trades);
        Assert.AreEqual("b1 1", AuctionCase.Untraded(clearing, TradeSide.Buy));
    }

    [TestMethod]
    public void WithoutBuyersNothingIsTraded()
    {
        SlotClearing clearing = new AuctionCase().Ask(1, 0.1m).Clear();

        Assert.IsEmpty(clearing.Trades);
        Assert.AreEqual("s1 1", AuctionCase.Untraded(clearing, TradeSide.Sell));
    }

    [TestMethod]
    public void SellerWithoutPriceOffersNothing()
    {
        SlotClearing clearing = new AuctionCase().Ask(1, null).Ask(1, 0.16m).Bid(2, 0.2m).Clear();

        Assert.AreEqual("s2 b1 1 0.16", AuctionCase.Trades(clearing));
        Assert.AreEqual("b1 1", AuctionCase.Untraded(clearing, TradeSide.Buy));
        Assert.AreEqual(0.16m, AuctionCase.MoneyOf(clearing, "s2"));
    }

    [TestMethod]
    public void TheOrderOfArrivalDoesNotMatter()
    {
        SlotClearing one = new AuctionCase().Ask(1, 0.15m).Ask(2, 0.12m).Bid(2, 0.16m).Bid(1, 0.2m).Clear();

        Assert.AreEqual("s2 b2 1 0.12; s2 b1 1 0.12; s1 b1 1 0.15", AuctionCase.Trades(one));
    }
}
