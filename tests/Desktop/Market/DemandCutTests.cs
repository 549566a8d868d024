// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Market;

/// <summary>P-54: the market cuts interruptible loads when the price is below the cost, and says so until each meter has acknowledged it.</summary>
[TestClass]
[TestCategory("P-54")]
public sealed class DemandCutTests
{
    private const int Slot = 1000;
    private const int Bidder = 1;
    private const int Silent = 2;
    private readonly List<(int Meter, int Slot)> _unanswered = [];

    [TestMethod]
    [DataRow(100_000, 0, false)]
    [DataRow(100_000, 100_000, false)]
    [DataRow(99_999, 100_000, true)]
    [DataRow(-1, 0, false)]
    [DataRow(-1, 1, true)]
    public void CutIsDueBelowTheCost(int retail, int cost, bool isCut)
    {
        using MarketBench bench = Bench(retail, cost);
        ClearSlot(bench);

        Assert.AreEqual(isCut, bench.Heard<Award>(Bidder).Single().CutsInterruptibleLoad);
        Assert.HasCount(isCut ? 1 : 0, bench.Heard<Award>(Silent));
    }

    [TestMethod]
    [TestCategory("P-29")]
    public void MeterThatDidNotBidIsCutWithoutEnergy()
    {
        using MarketBench bench = Bench(99_999, 100_000);
        ClearSlot(bench);

        Award award = bench.Heard<Award>(Silent).Single();
        Assert.AreEqual((Slot + 1, 0, 0L, true), (award.Slot, award.EnergyMilliwattHours, award.AmountMicros, award.CutsInterruptibleLoad));
    }

    [TestMethod]
    [DataRow(RefusalReason.Taken)]
    [DataRow(RefusalReason.Repeated)]
    [DataRow(RefusalReason.NoBid)]
    public void CutIsSaidAgainUntilItIsAcknowledged(RefusalReason reason)
    {
        using MarketBench bench = Bench(99_999, 100_000);
        ClearSlot(bench);
        Acknowledge(bench, bench.Heard<Award>(Silent)[0], reason);
        Assert.IsLessThanOrEqualTo(10_000, bench.At(Slot, 845));
        bench.At(Slot, 849);
        Assert.HasCount(1, bench.Heard<Award>(Bidder), "not before 10 s");
        bench.At(Slot, 850);
        bench.At(Slot, 860);

        List<Award> awards = bench.Heard<Award>(Bidder);
        Assert.HasCount(3, awards);
        Assert.HasCount(1, awards.Select(award => award.Sequence).Distinct());
        Acknowledge(bench, awards[0], reason);
        bench.At(Slot, 870);
        bench.At(Slot, 880);

        Assert.HasCount(3, bench.Heard<Award>(Bidder));
        Assert.HasCount(1, bench.Heard<Award>(Silent));
        bench.At(Slot + 2, 0);
        Assert.IsEmpty(_unanswered);
    }

    [TestMethod]
    [DataRow(0, 0, RefusalReason.FromPast, DisplayName = "refused")]
    [DataRow(1, 0, RefusalReason.Taken, DisplayName = "another sequence")]
    [DataRow(0, 1, RefusalReason.Taken, DisplayName = "another slot")]
    public void CutThatIsNotAcknowledgedIsToldToTheOperator(int otherSequence, int otherSlot, RefusalReason reason)
    {
        using MarketBench bench = Bench(99_999, 100_000);
        ClearSlot(bench);
        Award award = bench.Heard<Award>(Bidder)[0];
        Acknowledge(bench, bench.Heard<Award>(Silent)[0], RefusalReason.Taken);
        (award.Sequence, award.Slot) = (award.Sequence + otherSequence, award.Slot + otherSlot);
        Acknowledge(bench, award, reason);

        bench.At(Slot + 1, 839);
        Assert.IsEmpty(_unanswered, "the slot lasts");
        Assert.HasCount(2, bench.Heard<Award>(Bidder), "said again");
        bench.At(Slot + 2, 0);

        CollectionAssert.AreEqual(new[] { (Bidder, Slot + 1) }, _unanswered);
        Assert.IsEmpty(bench.Refusals);
    }

    [TestMethod]
    [DataRow(Slot, 850, 1)]
    [DataRow(Slot + 1, 100, 1)]
    [DataRow(Slot + 2, 0, 0)]
    public void MarketThatWasKilledSaysItsCutsAgainWhileTheirSlotLasts(int slot, int second, int repeats)
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        using (Ledger ledger = Ledger.Open(path))
        {
            using MarketBench killed = Bench(99_999, 100_000, ledger);
            ClearSlot(killed);
            killed.At(Slot, 841);
        }

        using (Ledger ledger = Ledger.Open(path))
        {
            using MarketBench bench = Bench(99_999, 100_000, ledger);
            bench.At(slot, second);
            bench.At(slot, second + 9);
            Assert.IsEmpty(bench.Heard<Award>(Bidder));
            bench.At(slot, second + 10);

            Assert.AreEqual(repeats, bench.Heard<Award>(Bidder).Count(award => award.CutsInterruptibleLoad && award.Slot == Slot + 1));
            Assert.HasCount(repeats, bench.Heard<Award>(Silent));
        }

        Assert.IsEmpty(_unanswered, "what happened while it was away is not known");
        File.Delete(path);
    }

    private static void ClearSlot(MarketBench bench)
    {
        bench.At(Slot, 0);
        bench.Report(Silent, Slot - 1, 0, 0);
        bench.Bid(Bidder, Slot + 1, TradeSide.Buy, 500_000, 200_000);
        bench.At(Slot, 840);
    }

    private static void Acknowledge(MarketBench bench, Award award, RefusalReason reason) => bench.Say(new Acknowledgement
    {
        Meter = award.Meter,
        Slot = award.Slot,
        AnsweredType = MessageType.Award,
        AnsweredSequence = award.Sequence,
        Reason = (int)reason,
        Text = string.Empty,
    });

    private MarketBench Bench(int retail, int cost, Ledger? ledger = null)
    {
        MarketBench bench = new(DailyTariff.Flat(new TariffPrices(retail, -1)), costMicros: cost, ledger: ledger);
        bench.Market.CutUnanswered += (meter, slot) => _unanswered.Add((meter, slot));
        return bench;
    }
}
