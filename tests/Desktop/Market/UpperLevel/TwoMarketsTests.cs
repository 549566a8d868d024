// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market.UpperLevel;

/// <summary>Markets of two clusters that meet only through the broker: meters are awarded in time, settled in full, and both ledgers agree whatever happens on the way.</summary>
[TestClass]
public sealed class TwoMarketsTests
{
    private const int Slot = TwoMarketsBench.Slot;
    private const int Stories = 60;

    [TestMethod]
    [TestCategory("P-44")]
    public void MetersAreAwardedAgainBeforeTheSlotAndSettled()
    {
        using TwoMarketsBench bench = new();
        Open(bench);
        bench.Run(0, 14);
        Assert.AreEqual(1_000_000, bench.Heard<Award>("north", 1).Single().EnergyMilliwattHours, "the local award comes at the gate");
        bench.Run(15, 59);

        Award sold = bench.Heard<Award>("north", 1)[^1], bought = bench.Heard<Award>("south", 1).Last();
        Assert.AreEqual((2_500_000, 270_000L), (sold.EnergyMilliwattHours, sold.AmountMicros), "after 10 % tax");
        Assert.AreEqual((1_500_000, 180_000L), (bought.EnergyMilliwattHours, bought.AmountMicros));
        Assert.HasCount(1, bench.Heard<Award>("north", 2));

        Settle(bench);
        Assert.AreEqual(270_000, bench.Heard<Settlement>("north", 1).Single().AmountMicros);
        Assert.AreEqual(-180_000, bench.Heard<Settlement>("south", 1).Single().AmountMicros);
        Assert.AreEqual(-180_000, bench.MarketOf("north").Accounts.UpperLevelMicros);
        Assert.AreEqual(180_000, bench.MarketOf("south").Accounts.UpperLevelMicros);
        Assert.AreEqual(30_000, bench.MarketOf("north").Accounts.Operator.BalanceMicros, "the tax is what is left to the operator");
        AssertBooksAgree(bench, "quiet");
    }

    [TestMethod]
    [TestCategory("P-36")]
    public void EachSpeaksInItsOwnNameAndNothingIsRetained()
    {
        using TwoMarketsBench bench = new();
        Open(bench);
        bench.Run(0, 59);
        var said = bench.Watched.Published.FindAll(message => message.Topic.Contains("/upper-", StringComparison.Ordinal));

        string[] topics = ["north/market/upper-offer", "north/market/upper-receipt", "north/market/upper-sale", "south/market/upper-offer", "south/market/upper-purchase"];
        CollectionAssert.AreEqual(topics.Select(rest => "prosumeter/v1/" + rest).ToArray(), said.Select(message => message.Topic).Distinct().Order(StringComparer.Ordinal).ToArray());
        Assert.IsTrue(said.TrueForAll(message => message.ClientId == "prosumeter-market-" + message.Topic.Split('/')[2] && message.Qos == 1 && !message.IsRetained));
    }

    /// <summary>North is away or held up while south says its purchase, and hears it after the slot has begun: the trade is binding, but no meter of north is awarded for it.</summary>
    [TestMethod]
    [TestCategory("P-41")]
    [TestCategory("P-44")]
    [DataRow(true)]
    [DataRow(false)]
    public void ATradeThatIsHeardLateHasNoMeterBehindIt(bool isKilled)
    {
        using TwoMarketsBench bench = new();
        Open(bench);
        bench.Run(0, 29);
        if (isKilled)
        {
            bench.Kill("north");
        }

        bench.Run(30, 70, only: "south");
        if (isKilled)
        {
            bench.Start("north");
        }

        bench.Run(71, 120);

        Assert.HasCount(2, bench.Booked);
        Assert.AreEqual(1_000_000, bench.Heard<Award>("north", 1)[^1].EnergyMilliwattHours);
        Settle(bench);
        Assert.AreEqual(108_000 + 120_000, bench.Heard<Settlement>("north", 1).Single().AmountMicros, "1 kWh at 0.12 less tax, the rest at the operator's 0.08");
        Assert.AreEqual(-180_000, bench.MarketOf("north").Accounts.UpperLevelMicros);
        AssertBooksAgree(bench, "late");
    }

    [TestMethod]
    [TestCategory("P-42")]
    [TestCategory("P-43")]
    public void LedgersAgreeUnderLostDoubledAndLateMessages()
    {
        int traded = 0;
        for (int seed = 0; seed < Stories; seed++)
        {
            using TwoMarketsBench bench = new();
            Open(bench);
            bench.Broker.Faults.Seed(seed);
            bench.Broker.Faults.AppliesTo = client => client != "meters";
            (bench.Broker.Faults.LosePermille, bench.Broker.Faults.DuplicatePermille) = (200, 200);
            (bench.Broker.Faults.DelayPermille, bench.Broker.Faults.MaxDelayMilliseconds) = (300, 30_000);
            bench.Run(0, 200);
            bench.Broker.Faults.AppliesTo = _ => false;
            bench.Run(201, 300);

            Settle(bench);
            AssertBooksAgree(bench, $"seed {seed}");
            traded += bench.Booked.Count / 2;
        }

        Assert.IsInRange(1, Stories - 1, traded, "some stories lose the trade and some do not");
    }

    [TestMethod]
    [DataRow("north")]
    [DataRow("south")]
    public void LedgersAgreeWhenAMarketIsKilledAtAnySecond(string victim)
    {
        for (int second = 0; second < 60; second += 5)
        {
            using TwoMarketsBench bench = new();
            Open(bench);
            bench.Run(0, second);
            bench.Kill(victim);
            bench.Run(second + 1, second + 4);
            bench.Start(victim);
            bench.Run(second + 5, 120);

            Settle(bench);
            AssertBooksAgree(bench, $"{victim} killed after {second} s");
        }
    }

    [TestMethod]
    [TestCategory("P-43")]
    public void TradeIsBookedOnceOverRestarts()
    {
        using TwoMarketsBench bench = new();
        Open(bench);
        bench.Run(0, 59);
        foreach (string cluster in new[] { "north", "south", "north" })
        {
            bench.Kill(cluster);
            bench.Start(cluster);
            bench.Run(60, 120);
        }

        Assert.HasCount(2, bench.Booked);
        AssertBooksAgree(bench, "restarts");
    }

    [TestMethod]
    [TestCategory("P-38")]
    public void GateIsLongEnoughForTheOtherClusters()
    {
        AggregatorSettings settings = new("north", DailyTariff.Flat(default), new PayAsAskRule()) { GateSeconds = 3, JoinsUpperLevel = true };

        Assert.Contains("GateSeconds is '3'; allowed: 4 or more", Assert.ThrowsExactly<ArgumentException>(settings.Validate).Message);
        (settings with { GateSeconds = 4 }).Validate();
        (settings with { JoinsUpperLevel = false }).Validate();
    }

    // North: meter 1 sells 4 kWh at 0.12, meter 2 buys 1 of them. South: meter 1 wants 1.5 kWh at up to 0.2.
    private static void Open(TwoMarketsBench bench)
    {
        bench.Run(-60, -60);
        foreach ((string cluster, int meter) in new[] { ("north", 1), ("north", 2), ("south", 1) })
        {
            bench.Report(cluster, meter, Slot - 2, sequence: 1, import: 0, export: 0);
        }

        bench.Bid("north", 1, TradeSide.Sell, 4_000_000, 120_000);
        bench.Bid("north", 2, TradeSide.Buy, 1_000_000, 150_000);
        bench.Bid("south", 1, TradeSide.Buy, 1_500_000, 200_000);
        bench.Run(-59, -1);
    }

    private static void Settle(TwoMarketsBench bench)
    {
        bench.Report("north", 1, Slot, sequence: 2, import: 0, export: 2_500_000);
        bench.Report("north", 2, Slot, sequence: 2, import: 1_000_000, export: 0);
        bench.Report("south", 1, Slot, sequence: 2, import: 1_500_000, export: 0);
        bench.Run(970, 975);
    }

    private static void AssertBooksAgree(TwoMarketsBench bench, string story)
    {
        MarketAccounts north = bench.MarketOf("north").Accounts, south = bench.MarketOf("south").Accounts;
        Assert.AreEqual(0, north.SumMicros, story);
        Assert.AreEqual(0, south.SumMicros, story);
        Assert.AreEqual(0, north.UpperLevelMicros + south.UpperLevelMicros, story);
        CollectionAssert.AllItemsAreUnique(bench.Booked, story);
        foreach (string cluster in new[] { "north", "south" })
        {
            Assert.IsEmpty(LedgerVerifier.Verify(bench.LedgerOf(cluster)), story);
        }
    }
}
