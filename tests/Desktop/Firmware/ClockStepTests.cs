// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Trading;

namespace Prosumeter.Tests.Firmware;

/// <summary>However the clock steps, no slot is reported twice and none is left out without saying so.</summary>
[TestClass]
public sealed class ClockStepTests
{
    private const int YearSeconds = 31_536_000;
    private static readonly int[] s_steps = [-YearSeconds, -7_200, -130, -61, -30, -3, 3, 30, 61, 130, 7_200, YearSeconds, 10 * YearSeconds];

    [TestMethod]
    [TestCategory("P-33")]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(3)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(6)]
    [DataRow(7)]
    [DataRow(8)]
    public void RandomStepsSettleNoSlotTwiceAndSkipNoneSilently(int seed)
    {
        var random = new Random(seed);
        using MeterBench bench = WithoutTimeServer();
        var reports = new List<SlotReport>();
        for (int i = 0; i < 25; i++)
        {
            bench.Run(random.Next(20, 200));
            if (random.Next(5) == 0)
            {
                reports.AddRange(bench.Link.Sent<SlotReport>());
                bench.PowerCycle();
            }

            bool isSetRight = random.Next(3) == 0;
            Step(bench, isSetRight ? 0 : s_steps[random.Next(s_steps.Length)], isSetRight);
        }

        Step(bench, 0, true);
        bench.Run(4 * MeterBench.SlotSeconds);
        reports.AddRange(bench.Link.Sent<SlotReport>());
        Check(reports, seed);
    }

    [TestMethod]
    public void AWrongYearAheadIsNotWaitedFor()
    {
        using MeterBench bench = WithoutTimeServer();
        int slot = bench.Slot;
        bench.Run(90);
        Step(bench, 20 * YearSeconds, false);
        bench.Run(150);
        Step(bench, 0, true);
        bench.Run(300);
        int[] slots = bench.Link.Sent<SlotReport>().Select(report => report.Slot).Where(reported => reported < slot + 1000).ToArray();
        CollectionAssert.AreEqual(new[] { slot, slot + 1, slot + 4, slot + 5, slot + 6, slot + 7 }, slots);
        Assert.AreEqual(0, bench.Meter.Faults.Present & FaultFlags.Clock);
    }

    [TestMethod]
    public void AWrongYearAheadSurvivesAPowerCut()
    {
        using MeterBench bench = WithoutTimeServer();
        int slot = bench.Slot;
        bench.Run(90);
        Step(bench, 20 * YearSeconds, false);
        bench.Run(150);
        bench.PowerCycle();
        bench.Run(20);
        Step(bench, 0, true);
        bench.Run(200);
        Assert.Contains(slot + 6, bench.Link.Sent<SlotReport>().Select(report => report.Slot));
    }

    [TestMethod]
    [TestCategory("P-17")]
    public void AClockSetBackSaysSoUntilItIsInANewSlot()
    {
        using MeterBench bench = WithoutTimeServer();
        bench.Run(150);
        int open = bench.Meter.Journal.OpenSlot;
        Step(bench, -120, false);
        bench.Run(2);
        Assert.AreNotEqual(0, bench.Meter.Faults.Present & FaultFlags.Clock);
        Assert.AreEqual(open, bench.Meter.Journal.OpenSlot);
        bench.Run(125);
        Assert.AreEqual(0, bench.Meter.Faults.Present & FaultFlags.Clock);
        bench.Run(60);
        SlotReport report = bench.Link.Sent<SlotReport>().Single(candidate => candidate.Slot == open);
        Assert.AreNotEqual(0, report.Faults & FaultFlags.Clock);
    }

    [TestMethod]
    public void WithoutTimeSamplingGoesOnAndTheSlotIsMarkedAndReportedWhenTimeComes()
    {
        using MeterBench bench = WithoutTimeServer();
        bench.SetPower(3600, 0, 0, 50);
        bench.Run(90);
        int open = bench.Meter.Journal.OpenSlot;
        bench.PowerCycle();
        bench.Board.Clock.Set(0);
        long before = bench.Meter.Registers.Import.MilliwattHours;
        bench.Run(300);
        Assert.IsGreaterThan(before + 290_000, bench.Meter.Registers.Import.MilliwattHours);
        Assert.IsFalse(bench.Link.Sent<SlotReport>().Any(report => report.Slot == open));
        Step(bench, 0, true);
        bench.Run(70);
        List<SlotReport> reports = bench.Link.Sent<SlotReport>();
        Assert.AreNotEqual(0, reports.Single(report => report.Slot == open).Faults & FaultFlags.Clock);
        Assert.AreEqual(0, reports[^1].Faults & FaultFlags.Clock);
    }

    [TestMethod]
    [TestCategory("P-31")]
    public void AnAwardEndsWhenTheTimeIsNotKnownAnyMore()
    {
        using MeterBench bench = WithoutTimeServer();
        bench.SetPower(0, 0, 0, 95);
        bench.Run(1);
        int slot = bench.Slot + 2;
        bench.TellPrice(bench.Slot + 1);
        bench.TellPrice(slot);
        bench.RunUntilBefore(slot, 15);
        bench.TellAward(slot, TradeSide.Sell, 5_000, cutsLoad: true);
        bench.RunUntilBefore(slot, -5);
        Assert.IsTrue(bench.Meter.Controller.CutsInterruptibleLoad);
        bench.Board.Clock.Set(0);
        bench.Run(2);
        Assert.IsFalse(bench.Meter.Controller.CutsInterruptibleLoad);
        Assert.AreEqual(StorageMode.SelfConsumption, bench.LinesToInverter());
    }

    private static MeterBench WithoutTimeServer()
    {
        var bench = new MeterBench();
        bench.Board.Wifi.Network.HasTimeServer = false;
        return bench;
    }

    private static void Step(MeterBench bench, int seconds, bool isSetRight)
    {
        long from = isSetRight ? bench.Time.UtcMicroseconds : bench.Board.Clock.UtcMicroseconds;
        bench.Board.Clock.Set(from + (seconds * 1_000_000L));
    }

    private static void Check(List<SlotReport> reports, int seed)
    {
        SlotReport[] first = reports.GroupBy(report => report.Sequence).Select(group => group.First()).OrderBy(report => report.Sequence).ToArray();
        Assert.IsGreaterThan(10, first.Length);
        Assert.HasCount(first.Length, first.Select(report => report.Slot).Distinct(), $"seed {seed}: a slot was reported twice: {string.Join(' ', first.Select(report => report.Slot))}");
        for (int i = 1; i < first.Length; i++)
        {
            Assert.AreEqual(first[i - 1].Sequence + 1, first[i].Sequence);
            Assert.IsGreaterThanOrEqualTo(first[i - 1].ImportMilliwattHours, first[i].ImportMilliwattHours);
            bool isNext = first[i].Slot == first[i - 1].Slot + 1;
            Assert.IsTrue(isNext || ((first[i].Faults | first[i - 1].Faults) & (FaultFlags.Clock | FaultFlags.SamplingGap)) != 0, $"seed {seed}: {first[i - 1].Slot} to {first[i].Slot} without a word");
        }
    }
}
