// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Market;

/// <summary>Bids that are refused, each with the reason that its meter hears.</summary>
[TestClass]
public sealed class RefusalTests
{
    private const int Slot = 1000;
    private const int Meter = 7;
    private const string List = """
        # the meters of a street
        meter,storage_wh,cost_micros
        7,5000,90000
        8,,
        """;

    [TestMethod]
    [TestCategory("P-48")]
    public void AMeterIsKnownByItsBirth()
    {
        using MarketBench bench = new(new BidRules(NeedsBirth: true));
        bench.At(Slot, 0);
        bench.Bid(Meter, Slot + 1, TradeSide.Sell, 1000, 100_000, sequence: 3);
        bench.Report(Meter, Slot - 1, 0, 0, sequence: 9);
        bench.At(Slot, 1);
        ExpectAnswers(bench, (MessageType.Bid, 3, RefusalReason.UnknownMeter), (MessageType.SlotReport, 9, RefusalReason.UnknownMeter));
        Assert.IsEmpty(bench.Market.Accounts.Meters, "whoever is refused gets no account by it");

        bench.Say(Birth(0));
        bench.Bid(Meter, Slot + 1, TradeSide.Sell, 1000, 100_000, sequence: 4);
        bench.At(Slot, 840);
        Assert.HasCount(1, bench.Heard<Award>(Meter));
    }

    [TestMethod]
    [TestCategory("P-48")]
    public void AMeterIsKnownByTheList()
    {
        using MarketBench bench = new(new BidRules(MeterList.Read(new StringReader(List))));
        bench.At(Slot, 0);
        bench.Bid(8, Slot + 1, TradeSide.Sell, 1000, 100_000);
        bench.Bid(9, Slot + 1, TradeSide.Sell, 1000, 100_000);
        bench.At(Slot, 840);
        Assert.HasCount(1, bench.Heard<Award>(8));
        Assert.AreEqual(new Refusal(9, MessageType.Bid, 1, RefusalReason.UnknownMeter), bench.Refusals.Single());
    }

    [TestMethod]
    [TestCategory("P-21")]
    [TestCategory("P-48")]
    public void ABirthWithOtherSlotsIsRefused()
    {
        using MarketBench bench = new(new BidRules(NeedsBirth: true));
        bench.At(Slot, 0);
        Birth birth = Birth(0);
        birth.SlotSeconds = 300;
        bench.Say(birth);
        bench.At(Slot, 1);
        ExpectAnswers(bench, (MessageType.Birth, 1, RefusalReason.OutOfRange));
    }

    [TestMethod]
    [TestCategory("P-49")]
    [DataRow(8, TradeSide.Sell, 79_999, RefusalReason.BelowCost, DisplayName = "below the cost of the cluster")]
    [DataRow(8, TradeSide.Sell, 80_000, RefusalReason.Taken)]
    [DataRow(Meter, TradeSide.Sell, 89_999, RefusalReason.BelowCost, DisplayName = "below the cost of this meter")]
    [DataRow(Meter, TradeSide.Sell, 90_000, RefusalReason.Taken)]
    [DataRow(Meter, TradeSide.Buy, 1, RefusalReason.Taken, DisplayName = "a purchase has no cost")]
    public void ASaleBelowCostIsRefused(int meter, TradeSide side, int price, RefusalReason reason)
    {
        using MarketBench bench = new(new BidRules(MeterList.Read(new StringReader(List)), CostMicrosPerKilowattHour: 80_000));
        bench.At(Slot, 0);
        bench.Bid(meter, Slot + 1, side, 1000, price);
        bench.At(Slot, 1);
        Assert.AreEqual(reason, bench.Refusals.Select(refusal => refusal.Reason).SingleOrDefault());
        Assert.AreEqual((int)reason, bench.Heard<Acknowledgement>(meter).Select(answer => answer.Reason).SingleOrDefault());
    }

    [TestMethod]
    [TestCategory("P-50")]
    [DataRow(5_000_000, TradeSide.Sell, 5_000_000, RefusalReason.Taken)]
    [DataRow(5_000_000, TradeSide.Sell, 5_000_001, RefusalReason.ExceedsStorage)]
    [DataRow(5_000_000, TradeSide.Buy, 9_000_000, RefusalReason.Taken, DisplayName = "a purchase serves the load too")]
    [DataRow(0, TradeSide.Sell, 9_000_000, RefusalReason.Taken, DisplayName = "without storage it sells its generation")]
    public void ASaleOfMoreThanTheStorageHoldsIsRefused(long capacity, TradeSide side, int energy, RefusalReason reason)
    {
        using MarketBench bench = new(new BidRules(NeedsBirth: true));
        bench.At(Slot, 0);
        bench.Say(Birth(capacity));
        bench.Bid(Meter, Slot + 1, side, energy, 100_000);
        bench.At(Slot, 1);
        Assert.AreEqual(reason, bench.Refusals.Select(refusal => refusal.Reason).SingleOrDefault());
    }

    /// <summary>The list says 5 kWh; what the birth says does not count.</summary>
    [TestMethod]
    [TestCategory("P-50")]
    [DataRow(5_000_000, RefusalReason.Taken)]
    [DataRow(5_000_001, RefusalReason.ExceedsStorage)]
    public void TheListGoesBeforeTheBirth(int energy, RefusalReason reason)
    {
        using MarketBench bench = new(new BidRules(MeterList.Read(new StringReader(List))));
        bench.At(Slot, 0);
        bench.Say(Birth(9_000_000));
        bench.Bid(Meter, Slot + 1, TradeSide.Sell, energy, 100_000);
        bench.At(Slot, 1);
        Assert.AreEqual(reason, bench.Refusals.Select(refusal => refusal.Reason).SingleOrDefault());
    }

    [TestMethod]
    [TestCategory("P-20")]
    [DataRow(0)]
    [DataRow(-5)]
    public void NoEnergyAndLessAreRefused(int energy)
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        string json = string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"version\":1,\"type\":\"bid\",\"meter\":{Meter},\"slot\":{Slot + 1},\"sequence\":4,\"flags\":0,\"side\":1,\"energyMilliwattHours\":{energy},\"priceMicrosPerKilowattHour\":100000}}");
        bench.Say($"prosumeter/v1/bench/{Meter}/bid", Encoding.ASCII.GetBytes(json));
        bench.At(Slot, 840);
        Assert.AreEqual((int)RefusalReason.OutOfRange, bench.Heard<Acknowledgement>(Meter).Single().Reason);
        Assert.IsEmpty(bench.Heard<Award>(Meter));
    }

    [TestMethod]
    [TestCategory("P-51")]
    public void ASlotThatHasBegunGivesNothing()
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        bench.Bid(1, Slot + 1, TradeSide.Sell, 500_000, 120_000);
        bench.Bid(2, Slot + 1, TradeSide.Buy, 300_000, 200_000);
        bench.At(Slot + 1, 0);
        Assert.AreEqual(0, bench.Heard<Award>(1).Single().EnergyMilliwattHours);
        Assert.AreEqual(0, bench.Heard<Award>(2).Single().EnergyMilliwattHours);
    }

    [TestMethod]
    [DataRow("meter;storage_wh;cost_micros", "line 1")]
    [DataRow("meter,storage_wh,cost_micros\n7,5000", "line 2")]
    [DataRow("meter,storage_wh,cost_micros\n0,5000,1", "meter '0'")]
    [DataRow("meter,storage_wh,cost_micros\n7,-1,1", "storage_wh '-1'")]
    [DataRow("meter,storage_wh,cost_micros\n7,1,x", "cost_micros 'x'")]
    [DataRow("meter,storage_wh,cost_micros\n7,,\n7,,", "line 3")]
    public void ABadListIsRefusedByLine(string text, string named) =>
        Assert.Contains(named, Assert.ThrowsExactly<FormatException>(() => MeterList.Read(new StringReader(text))).Message);

    private static Birth Birth(long capacity) => new()
    {
        Meter = Meter,
        Sequence = 1,
        BootCount = 1,
        SlotSeconds = MarketBench.SlotSeconds,
        StorageCapacityMilliwattHours = capacity,
        FirmwareVersion = "1",
    };

    private static void ExpectAnswers(MarketBench bench, params (MessageType Type, int Sequence, RefusalReason Reason)[] expected) => CollectionAssert.AreEqual(
        expected,
        bench.Heard<Acknowledgement>(Meter).Select(answer => (answer.AnsweredType, answer.AnsweredSequence, (RefusalReason)answer.Reason)).ToArray());
}
