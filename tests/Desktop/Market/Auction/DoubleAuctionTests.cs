// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

/// <summary>Small books under every rule; the outcomes were worked out by an independent prototype in exact decimals.</summary>
[TestClass]
public sealed class DoubleAuctionTests
{
    // Bids, then asks.
    private static readonly Dictionary<string, (string Bids, string Asks)> s_books = new()
    {
        ["single units"] = ("1@10 1@9 1@8 1@5", "1@2 1@4 1@6 1@9"),
        ["excluded prices outside"] = ("1@9 1@8 1@7 1@4", "1@2 1@3 1@6.5 1@7.5"),
        ["one pair"] = ("1@0.2", "1@0.12"),
        ["touching prices"] = ("1@0.15", "1@0.15"),
        ["excess supply"] = ("2@0.25 1@0.2 1@0.18", "4@0.1 4@0.11 4@0.12"),
        ["tied bids"] = ("2@0.2 2@0.2 2@0.2", "3@0.1 1@0.2"),
        ["fractions of a kWh"] = ("0.75@0.21 1.25@0.19 0.5@0.17", "0.6@0.09 0.9@0.14 1.2@0.18"),
        ["one buyer"] = ("5@0.3", "1@0.1 1@0.15 1@0.2 1@0.25 1@0.35"),
    };

    [TestMethod]
    [DataRow("single units", "pay-as-ask", "1=2 1=4 1=6 -", "1=2 1=4 1=6 -")]
    [DataRow("single units", "pairwise-midpoint", "1=6 1=6.5 1=7 -", "1=6 1=6.5 1=7 -")]
    [DataRow("single units", "k-double-auction-0", "1=6 1=6 1=6 -", "1=6 1=6 1=6 -")]
    [DataRow("single units", "k-double-auction-500", "1=7 1=7 1=7 -", "1=7 1=7 1=7 -")]
    [DataRow("single units", "k-double-auction-1000", "1=8 1=8 1=8 -", "1=8 1=8 1=8 -")]
    [DataRow("single units", "vcg", "1=6 1=6 1=6 -", "1=8 1=8 1=8 -")]
    [DataRow("single units", "trade-reduction", "1=8 1=8 - -", "1=6 1=6 - -")]
    [DataRow("single units", "mcafee", "1=7 1=7 1=7 -", "1=7 1=7 1=7 -")]
    [DataRow("excluded prices outside", "pay-as-ask", "1=2 1=3 1=6.5 -", "1=2 1=3 1=6.5 -")]
    [DataRow("excluded prices outside", "pairwise-midpoint", "1=5.5 1=5.5 1=6.75 -", "1=5.5 1=5.5 1=6.75 -")]
    [DataRow("excluded prices outside", "k-double-auction-0", "1=6.5 1=6.5 1=6.5 -", "1=6.5 1=6.5 1=6.5 -")]
    [DataRow("excluded prices outside", "k-double-auction-500", "1=6.75 1=6.75 1=6.75 -", "1=6.75 1=6.75 1=6.75 -")]
    [DataRow("excluded prices outside", "k-double-auction-1000", "1=7 1=7 1=7 -", "1=7 1=7 1=7 -")]
    [DataRow("excluded prices outside", "vcg", "1=6.5 1=6.5 1=6.5 -", "1=7 1=7 1=7 -")]
    [DataRow("excluded prices outside", "trade-reduction", "1=7 1=7 - -", "1=6.5 1=6.5 - -")]
    [DataRow("excluded prices outside", "mcafee", "1=7 1=7 - -", "1=6.5 1=6.5 - -")]
    [DataRow("one pair", "pay-as-ask", "1=0.12", "1=0.12")]
    [DataRow("one pair", "pairwise-midpoint", "1=0.16", "1=0.16")]
    [DataRow("one pair", "k-double-auction-0", "1=0.12", "1=0.12")]
    [DataRow("one pair", "k-double-auction-500", "1=0.16", "1=0.16")]
    [DataRow("one pair", "k-double-auction-1000", "1=0.2", "1=0.2")]
    [DataRow("one pair", "vcg", "1=0.12", "1=0.2")]
    [DataRow("one pair", "trade-reduction", "-", "-")]
    [DataRow("one pair", "mcafee", "-", "-")]
    [DataRow("touching prices", "pay-as-ask", "1=0.15", "1=0.15")]
    [DataRow("touching prices", "pairwise-midpoint", "1=0.15", "1=0.15")]
    [DataRow("touching prices", "k-double-auction-0", "1=0.15", "1=0.15")]
    [DataRow("touching prices", "k-double-auction-500", "1=0.15", "1=0.15")]
    [DataRow("touching prices", "k-double-auction-1000", "1=0.15", "1=0.15")]
    [DataRow("touching prices", "vcg", "1=0.15", "1=0.15")]
    [DataRow("touching prices", "trade-reduction", "-", "-")]
    [DataRow("touching prices", "mcafee", "-", "-")]
    [DataRow("excess supply", "pay-as-ask", "2=0.2 1=0.1 1=0.1", "4=0.4 - -")]
    [DataRow("excess supply", "pairwise-midpoint", "2=0.35 1=0.15 1=0.14", "4=0.64 - -")]
    [DataRow("excess supply", "k-double-auction-0", "2=0.2 1=0.1 1=0.1", "4=0.4 - -")]
    [DataRow("excess supply", "k-double-auction-500", "2=0.21 1=0.105 1=0.105", "4=0.42 - -")]
    [DataRow("excess supply", "k-double-auction-1000", "2=0.22 1=0.11 1=0.11", "4=0.44 - -")]
    [DataRow("excess supply", "vcg", "2=0.2 1=0.1 1=0.1", "4=0.44 - -")]
    [DataRow("excess supply", "trade-reduction", "- - -", "- - -")]
    [DataRow("excess supply", "mcafee", "- - -", "- - -")]
    [DataRow("tied bids", "pay-as-ask", "2=0.2 2=0.3 -", "3=0.3 1=0.2")]
    [DataRow("tied bids", "pairwise-midpoint", "2=0.3 2=0.35 -", "3=0.45 1=0.2")]
    [DataRow("tied bids", "k-double-auction-0", "2=0.4 2=0.4 -", "3=0.6 1=0.2")]
    [DataRow("tied bids", "k-double-auction-500", "2=0.4 2=0.4 -", "3=0.6 1=0.2")]
    [DataRow("tied bids", "k-double-auction-1000", "2=0.4 2=0.4 -", "3=0.6 1=0.2")]
    [DataRow("tied bids", "vcg", "2=0.4 2=0.4 -", "3=0.6 1=0.2")]
    [DataRow("tied bids", "trade-reduction", "2=0.4 - -", "2=0.4 -")]
    [DataRow("tied bids", "mcafee", "2=0.4 - -", "2=0.4 -")]
    [DataRow("fractions of a kWh", "pay-as-ask", "0.75=0.075 1.25=0.195 -", "0.6=0.054 0.9=0.126 0.5=0.09")]
    [DataRow("fractions of a kWh", "pairwise-midpoint", "0.75=0.11625 1.25=0.21625 -", "0.6=0.09 0.9=0.15 0.5=0.0925")]
    [DataRow("fractions of a kWh", "k-double-auction-0", "0.75=0.135 1.25=0.225 -", "0.6=0.108 0.9=0.162 0.5=0.09")]
    [DataRow("fractions of a kWh", "k-double-auction-500", "0.75=0.135 1.25=0.225 -", "0.6=0.108 0.9=0.162 0.5=0.09")]
    [DataRow("fractions of a kWh", "k-double-auction-1000", "0.75=0.135 1.25=0.225 -", "0.6=0.108 0.9=0.162 0.5=0.09")]
    [DataRow("fractions of a kWh", "vcg", "0.75=0.1325 1.25=0.21 -", "0.6=0.108 0.9=0.164 0.5=0.095")]
    [DataRow("fractions of a kWh", "trade-reduction", "0.75=0.1425 - -", "0.3=0.054 0.45=0.081 -")]
    [DataRow("fractions of a kWh", "mcafee", "0.75=0.1425 - -", "0.3=0.054 0.45=0.081 -")]
    [DataRow("one buyer", "pay-as-ask", "4=0.7", "1=0.1 1=0.15 1=0.2 1=0.25 -")]
    [DataRow("one buyer", "pairwise-midpoint", "4=0.95", "1=0.2 1=0.225 1=0.25 1=0.275 -")]
    [DataRow("one buyer", "k-double-auction-0", "4=1.2", "1=0.3 1=0.3 1=0.3 1=0.3 -")]
    [DataRow("one buyer", "k-double-auction-500", "4=1.2", "1=0.3 1=0.3 1=0.3 1=0.3 -")]
    [DataRow("one buyer", "k-double-auction-1000", "4=1.2", "1=0.3 1=0.3 1=0.3 1=0.3 -")]
    [DataRow("one buyer", "vcg", "4=0.7", "1=0.3 1=0.3 1=0.3 1=0.3 -")]
    [DataRow("one buyer", "trade-reduction", "-", "- - - - -")]
    [DataRow("one buyer", "mcafee", "-", "- - - - -")]
    public void BuysAndSells(string name, string rule, string bought, string sold)
    {
        OrderBook book = BookText.Book(s_books[name].Bids, s_books[name].Asks);
        AuctionOutcome outcome = new();

        ClearingRules.Find(rule)!.Clear(book, outcome);

        Assert.AreEqual(bought, BookText.Fills(book.Bids, outcome.Bids));
        Assert.AreEqual(sold, BookText.Fills(book.Asks, outcome.Asks));
    }

    [TestMethod]
    [DataRow("pay-as-ask", 0)]
    [DataRow("k-double-auction-500", 0)]
    [DataRow("vcg", -6_000_000, DisplayName = "the operator pays in")]
    [DataRow("trade-reduction", 4_000_000, DisplayName = "the operator keeps the difference")]
    [DataRow("mcafee", 0)]
    public void SurplusIsTheOperators(string rule, int surplusMicros)
    {
        OrderBook book = BookText.Book(s_books["single units"].Bids, s_books["single units"].Asks);
        AuctionOutcome outcome = new();

        ClearingRules.Find(rule)!.Clear(book, outcome);

        Assert.AreEqual(surplusMicros, outcome.SurplusMicros);
    }

    [TestMethod]
    [DataRow("", "", DisplayName = "empty")]
    [DataRow("1@0.2", "", DisplayName = "no asks")]
    [DataRow("", "1@0.1", DisplayName = "no bids")]
    [DataRow("2@0.1 1@0.19", "1@0.2 3@0.3", DisplayName = "no crossing")]
    public void WithoutCrossingNothingIsTraded(string bids, string asks)
    {
        OrderBook book = BookText.Book(bids, asks);
        AuctionOutcome outcome = new();
        foreach (IClearingRule rule in ClearingRules.All)
        {
            rule.Clear(BookText.Book("1@0.3", "1@0.1"), outcome);
            rule.Clear(book, outcome);

            Assert.AreEqual(0, outcome.Asks.EnergyMilliwattHours, rule.Name);
            Assert.AreEqual(0, outcome.Bids.EnergyMilliwattHours, rule.Name);
            Assert.AreEqual(0, outcome.SurplusMicros, rule.Name);
            Assert.IsEmpty(outcome.Trades, rule.Name);
        }
    }
}
