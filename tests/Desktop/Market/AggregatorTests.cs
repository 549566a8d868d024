// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Market;

[TestClass]
public sealed class AggregatorTests
{
    private const int Slot = 1000;
    private const int Seller = 1;
    private const int Buyer = 2;

    [TestMethod]
    [TestCategory("P-22")]
    [TestCategory("P-27")]
    public void AnnouncesThePricesOfTheNextSlotOnceASlot()
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        bench.At(Slot, 1);
        bench.At(Slot + 1, 0);

        PriceMessage[] prices = bench.Heard<PriceMessage>(0).ToArray();

        CollectionAssert.AreEqual(new[] { Slot + 1, Slot + 2 }, prices.Select(price => price.Slot).ToArray());
        CollectionAssert.AreEqual(new[] { 1, 2 }, prices.Select(price => price.Sequence).ToArray());
        Assert.AreEqual(300_000, prices[0].RetailMicrosPerKilowattHour);
        Assert.AreEqual(80_000, prices[0].FeedInMicrosPerKilowattHour);
        Assert.AreEqual(MarketBench.GateSeconds, prices[0].GateSeconds);
    }

    [TestMethod]
    public void WakesAtTheGateAndAtTheEndOfTheSlot()
    {
        using MarketBench bench = new();

        Assert.AreEqual(840_000, bench.At(Slot, 0));
        Assert.AreEqual(1_000, bench.At(Slot, 839));
        Assert.AreEqual(60_000, bench.At(Slot, 840));
        Assert.AreEqual(840_000, bench.At(Slot + 1, 0));
    }

    [TestMethod]
    [TestCategory("P-29")]
    public void AwardsAtTheGateEvenNothing()
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        bench.Bid(Seller, Slot + 1, TradeSide.Sell, 500_000, 120_000);
        bench.Bid(Buyer, Slot + 1, TradeSide.Buy, 300_000, 200_000);
        bench.Bid(3, Slot + 1, TradeSide.Buy, 300_000, 100_000);
        bench.At(Slot, 839);
        Assert.IsEmpty(bench.Heard<Award>(Seller), "the gate is open");
        bench.At(Slot, 840);

        Award sold = bench.Heard<Award>(Seller).Single();
        Award bought = bench.Heard<Award>(Buyer).Single();
        Award nothing = bench.Heard<Award>(3).Single();

        Assert.AreEqual((Slot + 1, TradeSide.Sell, 300_000, 36_000L), (sold.Slot, sold.Side, sold.EnergyMilliwattHours, sold.AmountMicros));
        Assert.AreEqual((Slot + 1, TradeSide.Buy, 300_000, 36_000L), (bought.Slot, bought.Side, bought.EnergyMilliwattHours, bought.AmountMicros));
        Assert.AreEqual((0, 0L), (nothing.EnergyMilliwattHours, nothing.AmountMicros));
    }

    [TestMethod]
    [TestCategory("P-19")]
    [TestCategory("P-20")]
    [TestCategory("P-23")]
    [TestCategory("P-28")]
    [DataRow(1, 0, RefusalReason.Taken, DisplayName = "the next slot, right after its start")]
    [DataRow(1, 839, RefusalReason.Taken, DisplayName = "the next slot, a second before the gate")]
    [DataRow(1, 841, RefusalReason.GateClosed, DisplayName = "the next slot, after the gate")]
    [DataRow(2, 841, RefusalReason.Taken, DisplayName = "the slot after, once its gate is the next")]
    [DataRow(2, 0, RefusalReason.FromFuture, DisplayName = "the slot after, too early")]
    [DataRow(0, 0, RefusalReason.FromPast, DisplayName = "the running slot")]
    [DataRow(-5, 0, RefusalReason.FromPast, DisplayName = "a slot that is over")]
    public void TakesBidsUntilTheGate(int ahead, int second, RefusalReason reason)
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        bench.At(Slot, second);
        bench.Bid(Seller, Slot + ahead, TradeSide.Sell, 1000, 1000, sequence: 42);
        bench.At(Slot, second);

        Assert.AreEqual(reason, bench.Refusals.Select(refusal => refusal.Reason).SingleOrDefault());
        Acknowledgement? answer = bench.Heard<Acknowledgement>(Seller).SingleOrDefault();
        Assert.AreEqual(reason, (RefusalReason)(answer?.Reason ?? 0));
        Assert.AreEqual(reason == RefusalReason.Taken ? null : 42, answer?.AnsweredSequence);
    }

    [TestMethod]
    [TestCategory("P-19")]
    [TestCategory("P-23")]
    public void ABidThatComesTwiceCountsOnceAndALaterOneReplacesIt()
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        bench.Bid(Seller, Slot + 1, TradeSide.Sell, 100_000, 120_000, sequence: 5);
        bench.Bid(Seller, Slot + 1, TradeSide.Sell, 100_000, 120_000, sequence: 5);
        bench.Bid(Buyer, Slot + 1, TradeSide.Buy, 900_000, 200_000);
        bench.At(Slot, 1);
        Assert.AreEqual(RefusalReason.Repeated, bench.Refusals.Single().Reason);
        Assert.IsEmpty(bench.Heard<Acknowledgement>(Seller), "a repeat is not answered");

        bench.Bid(Seller, Slot + 1, TradeSide.Sell, 150_000, 120_000, sequence: 6);
        bench.Bid(Seller, Slot + 1, TradeSide.Sell, 100_000, 120_000, sequence: 5);
        bench.At(Slot, 840);

        Assert.AreEqual(150_000, bench.Heard<Award>(Seller).Single().EnergyMilliwattHours);
    }

    [TestMethod]
    [TestCategory("P-19")]
    [TestCategory("P-20")]
    public void WhatIsNotAMessageIsRefused()
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        bench.Say("prosumeter/v1/bench/9/bid", [0xFF, 0x00]);
        bench.Say("prosumeter/v1/bench/9/bid", []);
        bench.Say("prosumeter/v1/bench/9/report", "hello"u8);
        bench.At(Slot, 1);

        Assert.HasCount(3, bench.Refusals);
        Assert.HasCount(3, bench.Heard<Acknowledgement>(9));
        Assert.DoesNotContain(RefusalReason.Taken, bench.Refusals.Select(refusal => refusal.Reason));
    }

    [TestMethod]
    [TestCategory("P-6")]
    public void NobodyBidsInAnothersName()
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        byte[] buffer = new byte[MessageCodec.MaxMessageLength];
        Bid bid = new() { Meter = Buyer, Slot = Slot + 1, Sequence = 1, Side = TradeSide.Buy, EnergyMilliwattHours = 1, PriceMicrosPerKilowattHour = 1 };
        int length = MessageCodec.Encode(bid, buffer, 0);
        bench.Say("prosumeter/v1/bench/3/bid", buffer.AsSpan(0, length));
        bench.At(Slot, 840);

        Assert.AreEqual(new Refusal(3, MessageType.Bid, 0, RefusalReason.Malformed), bench.Refusals.Single());
        Assert.IsEmpty(bench.Heard<Award>(Buyer));
    }

    [TestMethod]
    public void ABrokerThatComesBackGetsWhatItMissed()
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        bench.Bid(Seller, Slot + 1, TradeSide.Sell, 500_000, 120_000);
        bench.At(Slot, 1);
        Assert.IsFalse(bench.Market.HasReceived);
        bench.Broker.DropClient("prosumeter-market-bench");
        Assert.IsTrue(bench.Market.HasReceived, "a lost connection does not wait for the next gate");
        bench.Broker.Faults.AppliesTo = client => client.Contains("market", StringComparison.Ordinal);
        bench.Broker.Faults.ConnectAnswer = Simulator.Bus.MqttConnectStatus.Unreachable;
        bench.At(Slot, 840);
        Assert.IsFalse(bench.Market.IsConnected);
        Assert.IsEmpty(bench.Heard<Award>(Seller));

        bench.Broker.Faults.ConnectAnswer = Simulator.Bus.MqttConnectStatus.Accepted;
        Assert.IsLessThanOrEqualTo(1000, bench.At(Slot, 841), "an attempt is due soon");
        bench.At(Slot, 843);

        Assert.IsTrue(bench.Market.IsConnected);
        Assert.HasCount(1, bench.Heard<Award>(Seller));
    }

    [TestMethod]
    [DataRow("Bench", 900, 60, 0, "Cluster")]
    [DataRow("bench", 700, 60, 0, "SlotSeconds")]
    [DataRow("bench", 900, 900, 0, "GateSeconds")]
    [DataRow("bench", 900, 60, 1001, "TaxPermille")]
    public void BadSettingsAreRefusedByName(string cluster, int slotSeconds, int gateSeconds, int taxPermille, string name)
    {
        AggregatorSettings settings = new(cluster, DailyTariff.Flat(new TariffPrices(1, 1)), new PayAsAskRule())
        {
            SlotSeconds = slotSeconds,
            GateSeconds = gateSeconds,
            TaxPermille = taxPermille,
        };

        ArgumentException refusal = Assert.ThrowsExactly<ArgumentException>(() => new Aggregator(new Simulator.Bus.InProcessBroker(), settings));
        Assert.StartsWith(name, refusal.Message);
    }
}
