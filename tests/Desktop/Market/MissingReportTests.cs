// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;

namespace Prosumeter.Tests.Market;

/// <summary>Reports that come late, out of order or not at all (docs/PROTOCOL.md, P-47).</summary>
[TestClass]
[TestCategory("P-47")]
public sealed class MissingReportTests
{
    private const int Slot = 1000;
    private const int Meter = 7;

    [TestMethod]
    [TestCategory("P-23")]
    [TestCategory("P-24")]
    public void AGapIsAskedForAndFilledBeforeWhatFollowsIsSettled()
    {
        using MarketBench bench = Opened();
        bench.Report(Meter, Slot - 1, 3_000_000, 0, sequence: 12);
        bench.At(Slot, 1);
        Assert.AreEqual("replay 11", bench.Heard<Command>(Meter).Single().Line);
        Assert.AreEqual(11, bench.Market.Accounts.Of(Meter).MissingReport);
        Assert.IsEmpty(bench.Heard<Settlement>(Meter));

        bench.Report(Meter, Slot - 2, 1_000_000, 0, sequence: 11);
        bench.At(Slot, 2);

        CollectionAssert.AreEqual(
            new[] { (Slot - 2, -300_000L), (Slot - 1, -600_000L) },
            bench.Heard<Settlement>(Meter).Select(settlement => (settlement.Slot, settlement.AmountMicros)).ToArray(),
            "1 kWh and 2 kWh at 0.30, each in its slot");
        Assert.AreEqual(-1, bench.Market.Accounts.Of(Meter).MissingReport);
    }

    [TestMethod]
    public void WhatNeverComesIsSpannedByTheNext()
    {
        using MarketBench bench = Opened();
        bench.Report(Meter, Slot - 1, 3_000_000, 0, sequence: 12);
        bench.At(Slot, 1);
        Assert.AreEqual(120_000, bench.At(Slot, 1), "it wakes when the patience ends");
        bench.At(Slot, 120);
        Assert.IsEmpty(bench.Heard<Settlement>(Meter));
        bench.At(Slot, 121);

        Settlement settlement = bench.Heard<Settlement>(Meter).Single();
        Assert.AreEqual((Slot - 1, -900_000L), (settlement.Slot, settlement.AmountMicros));
    }

    [TestMethod]
    public void TheSameGapIsAskedForOnce()
    {
        using MarketBench bench = Opened();
        bench.Report(Meter, Slot - 1, 3_000_000, 0, sequence: 12);
        bench.Report(Meter, Slot - 1, 3_000_000, 0, sequence: 12);
        bench.At(Slot, 1);
        Assert.HasCount(1, bench.Heard<Command>(Meter));
        Assert.AreEqual(Wire.RefusalReason.Repeated, bench.Refusals.Single().Reason);
    }

    [TestMethod]
    [TestCategory("P-26")]
    public void ANewFlashBeginsItsReportsAnew()
    {
        using MarketBench bench = new();
        bench.At(Slot, 0);
        bench.Say(Birth(5));
        bench.Report(Meter, Slot - 3, 9_000_000, 0, sequence: 500);
        bench.Say(Birth(1));
        bench.Report(Meter, Slot - 2, 0, 0, sequence: 1);
        bench.Report(Meter, Slot - 1, 1_000_000, 0, sequence: 2);
        bench.At(Slot, 1);

        Assert.IsEmpty(bench.Refusals);
        Assert.AreEqual(-300_000, bench.Heard<Settlement>(Meter).Single().AmountMicros);
    }

    [TestMethod]
    public void ANewFlashIsSeenWithoutABirthToo()
    {
        using MarketBench bench = Opened();
        bench.Report(Meter, Slot - 2, 9_000_000, 0, sequence: 11);
        bench.Report(Meter, Slot - 1, 500_000, 0, sequence: 1);
        bench.At(Slot + 1, 0);
        bench.Report(Meter, Slot, 1_500_000, 0, sequence: 2);
        bench.At(Slot + 1, 1);

        Assert.IsEmpty(bench.Refusals);
        CollectionAssert.AreEqual(
            new[] { -2_700_000L, -300_000L },
            bench.Heard<Settlement>(Meter).Select(settlement => settlement.AmountMicros).ToArray(),
            "9 kWh, then 1 kWh; what was used while the flash was changed nobody knows");
    }

    private static MarketBench Opened()
    {
        MarketBench bench = new();
        bench.At(Slot, 0);
        bench.Report(Meter, Slot - 3, 0, 0, sequence: 10);
        bench.At(Slot, 0);
        return bench;
    }

    private static Birth Birth(int bootCount) => new()
    {
        Meter = Meter,
        Sequence = bootCount,
        BootCount = bootCount,
        SlotSeconds = MarketBench.SlotSeconds,
        FirmwareVersion = "1",
    };
}
