// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>What a meter still knows after its supply was gone.</summary>
[TestClass]
public sealed class RestartTests
{
    [TestMethod]
    public void RegistersComeBackWithinTheTriggersOfTheJournal()
    {
        using var bench = new MeterBench(MeterBench.Usual + "journal-seconds = 30\njournal-milliwatt-hours = 1000000\n");
        bench.SetPower(3600, 0, 0, 50);
        for (int i = 0; i < 20; i++)
        {
            bench.Run(37.3);
            long before = bench.Meter.Registers.Import.MilliwattHours;
            bench.PowerCycle();
            long after = bench.Meter.Registers.Import.MilliwattHours;
            Assert.IsLessThanOrEqualTo(before, after);
            Assert.IsLessThanOrEqualTo(31_000, before - after, "3600 W for 30 s and a sample");
        }

        Assert.IsGreaterThan(100_000, bench.Meter.Registers.Import.MilliwattHours);
    }

    [TestMethod]
    public void EnergyTriggersTheJournalToo()
    {
        using var bench = new MeterBench(MeterBench.Usual + "journal-seconds = 3600\njournal-milliwatt-hours = 2000\n");
        bench.SetPower(3600, 0, 0, 50);
        bench.Run(30.5);
        long before = bench.Meter.Registers.Import.MilliwattHours;
        bench.PowerCycle();
        Assert.AreEqual(before, bench.Meter.Registers.Import.MilliwattHours, 3_000);
    }

    [TestMethod]
    [TestCategory("P-25")]
    public void WhatWasNotAcknowledgedIsSentAgainAsReplay()
    {
        using var bench = new MeterBench();
        bench.SetPower(0, 2000, 0, 95);
        bench.Run(5);
        bench.Link.Acknowledges = false;
        int slot = bench.Slot + 1;
        bench.TellPrice(slot);
        bench.RunUntilBefore(slot, -3);
        Assert.AreEqual("False True", string.Join(' ', bench.Link.Sent<Bid>().Select(sent => sent.IsReplay)), "history from the report on");
        Bid bid = bench.Link.Sent<Bid>()[0];
        SlotReport report = bench.Link.Sent<SlotReport>().Single();
        bench.PowerCycle();
        Assert.AreEqual(2, bench.Meter.Outbox.Depth);
        bench.Run(5);
        Bid bidAgain = bench.Link.Sent<Bid>().Single();
        SlotReport reportAgain = bench.Link.Sent<SlotReport>().Single();
        Assert.IsTrue(bidAgain.IsReplay);
        Assert.IsTrue(reportAgain.IsReplay);
        Assert.AreEqual(bid.Sequence, bidAgain.Sequence);
        Assert.AreEqual(bid.EnergyMilliwattHours, bidAgain.EnergyMilliwattHours);
        Assert.AreEqual(report.Sequence, reportAgain.Sequence);
        Assert.AreEqual(report.GenerationMilliwattHours, reportAgain.GenerationMilliwattHours);
        Assert.AreEqual(0, bench.Meter.Outbox.Depth);
    }

    [TestMethod]
    [TestCategory("P-25")]
    public void ABrokenLinkReplaysWhatItHadNotAcknowledged()
    {
        using var bench = new MeterBench();
        bench.Run(5);
        bench.Link.Acknowledges = false;
        bench.RunUntilBefore(bench.Slot + 1, -3);
        Assert.IsFalse(bench.Link.Sent<SlotReport>().Single().IsReplay);
        bench.Link.Break();
        bench.Link.Acknowledges = true;
        bench.Run(20);
        List<SlotReport> reports = bench.Link.Sent<SlotReport>();
        Assert.HasCount(2, reports);
        Assert.IsTrue(reports[1].IsReplay);
        Assert.AreEqual(reports[0].Sequence, reports[1].Sequence);
        Assert.HasCount(2, bench.Link.Sent<Birth>());
    }

    [TestMethod]
    [TestCategory("P-22")]
    public void SequencesOfBidsAndReportsGoOnWithoutAGap()
    {
        using var bench = new MeterBench();
        bench.SetPower(0, 2000, 0, 95);
        var reports = new List<int>();
        var bids = new List<int>();
        for (int i = 0; i < 4; i++)
        {
            bench.Run(5);
            bench.TellPrice(bench.Slot + 1);
            bench.RunUntilBefore(bench.Slot + 1, -3);
            reports.AddRange(bench.Link.Sent<SlotReport>().Where(m => !m.IsReplay).Select(m => m.Sequence));
            bids.AddRange(bench.Link.Sent<Bid>().Where(m => !m.IsReplay).Select(m => m.Sequence));
            bench.PowerCycle();
        }

        Assert.AreEqual("1 2 3 4", string.Join(" ", reports));
        Assert.AreEqual("1 2 3 4", string.Join(" ", bids));
    }

    [TestMethod]
    public void OtherSequencesNeverRepeat()
    {
        using var bench = new MeterBench(MeterBench.Usual + "reading-period-seconds = 1\n");
        var sequences = new HashSet<int>();
        for (int i = 0; i < 4; i++)
        {
            bench.Run(7 + i);
            foreach (Reading reading in bench.Link.Sent<Reading>())
            {
                Assert.IsTrue(sequences.Add(reading.Sequence), $"{reading.Sequence} again");
            }

            bench.PowerCycle();
        }
    }

    /// <summary>An award for a bid of before the restart is obeyed, and the slot is not bid for twice.</summary>
    [TestMethod]
    [TestCategory("P-28")]
    public void ABidOfBeforeTheRestartIsRemembered()
    {
        using var bench = new MeterBench();
        bench.SetPower(0, 2000, 0, 95);
        bench.Run(5);
        int slot = bench.Slot + 1;
        bench.TellPrice(slot, gateSeconds: 20);
        bench.RunUntilBefore(slot, 25);
        Assert.HasCount(1, bench.Link.Sent<Bid>());
        bench.PowerCycle();
        bench.Run(1);
        bench.TellPrice(slot, gateSeconds: 10);
        bench.TellAward(slot, TradeSide.Sell, 50_000);
        bench.RunUntilBefore(slot, -3);
        Assert.IsTrue(bench.Link.Sent<Bid>().All(b => b.IsReplay), "not made again");
        Assert.AreEqual(StorageMode.Discharge, bench.LinesToInverter());
    }

    /// <summary>Supply is gone over the end of a slot: it is reported afterwards with the registers of the last commit, once.</summary>
    [TestMethod]
    [TestCategory("P-33")]
    public void ASlotThatEndedInTheDarkIsReportedOnce()
    {
        using var bench = new MeterBench(MeterBench.Usual + "journal-seconds = 5\n");
        bench.SetPower(1000, 0, 0, 50);
        bench.Run(5);
        int slot = bench.Slot;
        bench.RunUntilBefore(slot + 1, 10);
        bench.Time.Spend(100_000_000);
        bench.PowerCycle();
        long restored = bench.Meter.Registers.Import.MilliwattHours;
        bench.RunUntilBefore(slot + 3, -3);
        List<SlotReport> reports = bench.Link.Sent<SlotReport>();
        CollectionAssert.AreEqual(new[] { slot, slot + 2 }, reports.ConvertAll(r => r.Slot));
        Assert.AreEqual(restored, reports[0].ImportMilliwattHours, 600);
    }

    /// <summary>Supply fails after a report and before the next commit, so flash does not know of the new slot; it is reported all the same.</summary>
    [TestMethod]
    [TestCategory("P-33")]
    public void ASlotThatFlashDoesNotKnowIsReportedToo()
    {
        using var bench = new MeterBench(MeterBench.Usual + "journal-seconds = 3600\njournal-milliwatt-hours = 1000000\n");
        bench.SetPower(1000, 0, 0, 50);
        bench.Run(5);
        int slot = bench.Slot;
        bench.RunUntilBefore(slot + 1, -10);
        Assert.AreEqual(slot, bench.Link.Sent<SlotReport>().Single().Slot);
        bench.Time.Spend(MeterBench.SlotSeconds * 1_000_000L);
        bench.PowerCycle();
        bench.RunUntilBefore(slot + 3, -3);
        CollectionAssert.AreEqual(new[] { slot, slot + 1, slot + 2 }, bench.Link.Sent<SlotReport>().Select(r => r.Slot).Distinct().ToArray());
    }

    /// <summary>Two dark times with a whole slot in each: the slot between them is not the one behind the last report, and must not be forgotten.</summary>
    [TestMethod]
    public void ASlotBetweenTwoDarkTimesIsReportedToo()
    {
        using var bench = new MeterBench(MeterBench.Usual + "journal-seconds = 3600\njournal-milliwatt-hours = 1000000\n");
        bench.SetPower(1000, 0, 0, 50);
        bench.Run(5);
        int slot = bench.Slot;
        bench.RunUntilBefore(slot + 1, 10);
        bench.Time.Spend(2 * MeterBench.SlotSeconds * 1_000_000L);
        bench.PowerCycle();
        bench.Run(5);
        Assert.AreEqual(slot, bench.Link.Sent<SlotReport>().Single().Slot);
        Assert.AreEqual(slot + 2, bench.Slot);
        bench.Time.Spend(2 * MeterBench.SlotSeconds * 1_000_000L);
        bench.PowerCycle();
        bench.Run(5);
        CollectionAssert.AreEqual(new[] { slot, slot + 2 }, bench.Link.Sent<SlotReport>().Select(r => r.Slot).Distinct().ToArray());
    }

    [TestMethod]
    public void TheQTableComesBack()
    {
        using var bench = new MeterBench(MeterBench.Usual + "learning = on\n");
        bench.Run(5);
        bench.Meter.Table.Update(3, Prosumeter.Policy.PolicyAction.Sync, 1 << 20, 1 << 16, 0);
        Assert.IsTrue(bench.Meter.Policy.Commit(0));
        bench.PowerCycle();
        Assert.AreEqual(1 << 20, bench.Meter.Table.Value(3, Prosumeter.Policy.PolicyAction.Sync));
    }

    [TestMethod]
    public void ARestartOnCommandSavesAndSaysWhy()
    {
        using var bench = new MeterBench();
        bench.SetPower(3600, 0, 0, 50);
        bench.Run(7);
        string topic = Topics.ForMeter(MeterBench.Cluster, MeterBench.MeterNumber, MessageType.Command);
        bench.Link.Deliver(topic, new Command { Meter = MeterBench.MeterNumber, Sequence = 1, Line = "reboot" });
        bench.Run(1.5);
        Assert.AreEqual(0, bench.Restart.RestartCount, "the answer must go out before");
        StringAssert.Contains(bench.Link.Sent<Acknowledgement>().Single().Text, "Restarts");
        Assert.IsFalse(bench.Link.Sent<StateMessage>()[^1].IsOnline);
        bench.Run(2);
        Assert.AreEqual(1, bench.Restart.RestartCount);
        bench.PowerCycle();
        Assert.AreEqual(9_000, bench.Meter.Registers.Import.MilliwattHours, 2_000);
        bench.Run(2);
        Birth birth = bench.Link.Sent<Birth>().Single();
        Assert.AreEqual((int)RestartReason.Command, birth.RestartReason);
        Assert.AreEqual(2, birth.BootCount);
    }

    [TestMethod]
    public void ALinkThatOpensDuringTheGoodbyeHearsItToo()
    {
        using var bench = new MeterBench();
        bench.App.RequestRestart(RestartReason.Command);
        bench.Run(1.9);
        Assert.IsFalse(bench.Link.Sent<StateMessage>()[^1].IsOnline);
    }

    /// <summary>Restarts without a good run between them end in safe mode: no market, self-consumption, but meter, console and log live.</summary>
    [TestMethod]
    [TestCategory("P-17")]
    public void ABootLoopEndsInSafeModeAndSafeModeEndsByItself()
    {
        using var bench = new MeterBench(MeterBench.Usual + "safe-mode-after-restarts = 4\ngood-run-minutes = 2\n");
        for (int i = 2; i <= 3; i++)
        {
            bench.Run(30);
            bench.PowerCycle();
            Assert.IsFalse(bench.Meter.IsSafeMode, $"start {i}");
        }

        bench.PowerCycle();
        Assert.IsTrue(bench.Meter.IsSafeMode);
        bench.SetPower(3600, 0, 0, 50);
        long import = bench.Meter.Registers.Import.MilliwattHours;
        bench.Run(60);
        Assert.AreEqual(60_000, bench.Meter.Registers.Import.MilliwattHours - import, 2_000);
        Assert.AreEqual(0, bench.Link.OpenCount);
        Assert.AreEqual(StorageMode.SelfConsumption, bench.LinesToInverter());
        Assert.AreEqual(FaultFlags.BootLoop, bench.Meter.Faults.Present);
        bench.Run(55);
        Assert.AreEqual(0, bench.Restart.RestartCount);
        bench.Run(10);
        Assert.AreEqual(1, bench.Restart.RestartCount);
        bench.PowerCycle();
        Assert.IsFalse(bench.Meter.IsSafeMode);
    }

    [TestMethod]
    public void AGoodRunEndsTheCount()
    {
        using var bench = new MeterBench(MeterBench.Usual + "safe-mode-after-restarts = 3\ngood-run-minutes = 1\n");
        for (int i = 0; i < 10; i++)
        {
            bench.Run(61);
            bench.PowerCycle();
            Assert.IsFalse(bench.Meter.IsSafeMode);
        }

        Assert.AreEqual(11, bench.Meter.Guard.BootCount);
    }
}
