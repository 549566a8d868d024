// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Tests.Bus;

namespace Prosumeter.Tests.Market;

/// <summary>How a market hears and speaks: kept sessions, typed bids, sequences (docs/PROTOCOL.md).</summary>
[TestClass]
public sealed class MarketSpeechTests
{
    private const int Slot = 1000;

    [TestMethod]
    [TestCategory("P-5")]
    public void WhatComesWhileItIsAwayTheBrokerKeeps()
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        bench.Broker.Faults.AppliesTo = client => client.Contains("market", StringComparison.Ordinal);
        bench.Broker.Faults.ConnectAnswer = MqttConnectStatus.Unreachable;
        bench.Broker.DropClient("prosumeter-market-bench");
        bench.At(Slot, 1);
        bench.Bid(7, Slot + 1, TradeSide.Sell, 500_000, 120_000);
        bench.Report(7, Slot - 1, 0, 0);
        bench.At(Slot, 5);
        Assert.IsFalse(bench.Market.IsConnected);
        Assert.AreEqual(0, bench.Market.OpenBids);

        bench.Broker.Faults.ConnectAnswer = MqttConnectStatus.Accepted;
        bench.At(Slot, 10);
        bench.At(Slot, 11);

        Assert.AreEqual(1, bench.Market.OpenBids);
        Assert.AreEqual(Slot - 1, bench.Market.Accounts.Of(7).ReportedSlot);
    }

    /// <summary>Answers to demand cuts are heard where loads may be cut, and other clusters where the market trades with them.</summary>
    [TestMethod]
    [TestCategory("P-5")]
    [TestCategory("P-36")]
    public void ItHearsAnswersAndOtherClustersWhereItNeedsThem()
    {
        WatchedBroker broker = new(new InProcessBroker());
        using Aggregator market = new(broker, new AggregatorSettings("c", DailyTariff.Flat(default), new PayAsAskRule())
        {
            Rules = new BidRules(CostMicrosPerKilowattHour: 1),
            JoinsUpperLevel = true,
        });
        market.Step(0);

        CollectionAssert.AreEquivalent(
            new[] { "c/+/birth", "c/+/bid", "c/+/report", "c/+/ack", "+/market/upper-offer", "+/market/upper-sale", "+/market/upper-purchase", "+/market/upper-receipt" }
                .Select(rest => "prosumeter/v1/" + rest).ToArray(),
            broker.Subscribed.ConvertAll(subscription => subscription.Filter));
        Assert.IsTrue(broker.Subscribed.TrueForAll(subscription => subscription.Qos == 1));
        Assert.IsFalse(broker.Connected.Single().IsCleanSession);
    }

    [TestMethod]
    [TestCategory("P-16")]
    public void ABidMayBeTyped()
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        bench.Say(
            "prosumeter/v1/bench/7/bid",
            "{\"version\":1,\"type\":\"bid\",\"meter\":7,\"slot\":1001,\"sequence\":4,\"flags\":0,\"side\":1,\"energyMilliwattHours\":5,\"priceMicrosPerKilowattHour\":1}"u8);
        bench.At(Slot, 840);
        Assert.AreEqual(TradeSide.Sell, bench.Heard<Award>(7).Single().Side);
    }

    [TestMethod]
    [TestCategory("P-22")]
    public void EachReceiverHasSequencesOfItsOwn()
    {
        using MarketBench bench = new();
        for (int slot = Slot; slot < Slot + 3; slot++)
        {
            bench.At(slot, 0);
            bench.Bid(7, slot + 1, TradeSide.Sell, 5, 1, sequence: slot);
            if (slot > Slot)
            {
                bench.Bid(8, slot + 1, TradeSide.Sell, 5, 1, sequence: slot);
            }

            bench.At(slot, 840);
        }

        CollectionAssert.AreEqual(new[] { 1, 2, 3 }, bench.Heard<Award>(7).ConvertAll(award => award.Sequence));
        CollectionAssert.AreEqual(new[] { 1, 2 }, bench.Heard<Award>(8).ConvertAll(award => award.Sequence));
        CollectionAssert.AreEqual(new[] { 1, 2, 3 }, bench.Heard<PriceMessage>(0).ConvertAll(price => price.Sequence));
    }

    /// <summary>It cleared while it had no connection, and ended before it had one.</summary>
    [TestMethod]
    [TestCategory("P-46")]
    public void WhatItOwesTheNextOneSaysAsReplay()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        ITariff tariff = DailyTariff.Flat(new TariffPrices(300_000, 80_000));
        using (Ledger ledger = Ledger.Open(path))
        {
            using MarketBench killed = new(tariff, ledger: ledger);
            killed.At(Slot, 0);
            killed.Bid(7, Slot + 1, TradeSide.Sell, 500_000, 120_000);
            killed.At(Slot, 1);
            killed.Broker.Faults.AppliesTo = client => client.Contains("market", StringComparison.Ordinal);
            killed.Broker.Faults.ConnectAnswer = MqttConnectStatus.Unreachable;
            killed.Broker.DropClient("prosumeter-market-bench");
            killed.At(Slot, 840);
            Assert.IsEmpty(killed.Heard<Award>(7));
        }

        using (Ledger ledger = Ledger.Open(path))
        {
            using MarketBench bench = new(tariff, ledger: ledger);
            bench.At(Slot, 850);
            bench.At(Slot, 860);
            Award award = bench.Heard<Award>(7).Single();
            Assert.AreEqual((true, 1, Slot + 1), (award.IsReplay, award.Sequence, award.Slot));
        }

        File.Delete(path);
    }

    /// <summary>A meter that was only restarted goes on with its sequences, so what is missing is still asked for.</summary>
    [TestMethod]
    [TestCategory("P-26")]
    [DataRow(6, 11, DisplayName = "restarted: 11 is missing")]
    [DataRow(1, -1, DisplayName = "a new flash: whatever comes opens the registers")]
    public void ABirthSaysWhetherTheFlashIsNew(int bootCount, int missing)
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        Born(bench, 5);
        bench.Report(7, Slot - 3, 0, 0, sequence: 10);
        bench.At(Slot, 1);
        Born(bench, bootCount);
        bench.Report(7, Slot - 1, 0, 0, sequence: 12);
        bench.At(Slot, 2);
        Assert.AreEqual(bootCount, bench.Market.Accounts.Of(7).BootCount);
        Assert.AreEqual(missing, bench.Market.Accounts.Of(7).MissingReport);
    }

    private static void Born(MarketBench bench, int bootCount) =>
        bench.Say(new Birth { Meter = 7, Sequence = bootCount, BootCount = bootCount, SlotSeconds = MarketBench.SlotSeconds, FirmwareVersion = "1" });
}
