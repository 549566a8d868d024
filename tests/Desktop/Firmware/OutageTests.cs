// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Simulator.Boards.Flash;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>Long times without a broker: what is kept, in which order it comes back, and what gives way (docs/PROTOCOL.md, P-25).</summary>
[TestClass]
public sealed class OutageTests
{
    private const int SecondsPerDay = 86_400;

    private static readonly string s_quarterHours = MeterBench.Usual.Replace("slot-seconds = 60", "slot-seconds = 900", StringComparison.Ordinal);

    /// <summary>The link returns 2 s before the end of a slot: its report is made while older ones still wait.</summary>
    [TestMethod]
    [TestCategory("P-25")]
    public void ReportsComeInTheirOrderAlsoTheLiveOne()
    {
        using var bench = new MeterBench();
        Break(bench);
        bench.Run(30 * MeterBench.SlotSeconds);
        bench.RunUntilBefore(bench.Slot + 1, 2);
        Return(bench);
        bench.Run(20);
        SlotReport[] reports = [.. bench.Link.Sent<SlotReport>()];
        Assert.HasCount(31, reports);
        CollectionAssert.AreEqual(Enumerable.Range(1, 31).ToArray(), reports.Select(report => report.Sequence).ToArray());
        Assert.IsTrue(reports.All(report => report.IsReplay));
        Assert.AreEqual(0, bench.Meter.Outbox.Depth);
    }

    /// <summary>A bid does not wait for history: 25 reports take 5 s, the bid goes at once.</summary>
    [TestMethod]
    [TestCategory("P-25")]
    public void ALiveBidComesFirst()
    {
        using var bench = new MeterBench();
        bench.SetPower(0, 2000, 0, 95);
        Break(bench);
        bench.Run(25 * MeterBench.SlotSeconds);
        int slot = bench.Slot + 1;
        bench.RunUntilBefore(slot, 29);
        Return(bench);
        bench.TellPrice(slot, gateSeconds: 20);
        bench.Run(0.5);
        Assert.IsFalse(bench.Link.Sent<Bid>().Single().IsReplay);
        Assert.IsLessThan(10, bench.Link.Sent<SlotReport>().Count);
        bench.Run(5);
        Assert.HasCount(25, bench.Link.Sent<SlotReport>());
    }

    /// <summary>A day of readings, one a minute, and of slot reports fits and comes back whole and in order, marked as history.</summary>
    [TestMethod]
    [TestCategory("P-25")]
    public void ADayWithoutABrokerFits()
    {
        using var bench = new MeterBench(s_quarterHours);
        bench.Run(30);
        Break(bench);
        bench.Run(SecondsPerDay);
        Assert.AreEqual(1440, bench.Meter.Readings.Depth, 1);
        Assert.AreEqual(96, bench.Meter.Outbox.Depth);
        bench.Link.Published.Clear();
        Return(bench);
        bench.Run(400);
        Assert.AreEqual(0, bench.Meter.Readings.LostCount + bench.Meter.Outbox.LostCount);
        Assert.AreEqual(0, bench.Meter.Readings.Depth + bench.Meter.Outbox.Depth);
        List<Reading> readings = bench.Link.Sent<Reading>();
        AssertInOrder(readings.Select(reading => reading.Sequence));
        Assert.IsTrue(readings.Skip(1).Zip(readings).All(pair => pair.First.UtcSeconds - pair.Second.UtcSeconds == 60));
        Assert.IsGreaterThanOrEqualTo(1440, readings.Count(reading => reading.IsReplay));
        Assert.IsFalse(readings[^1].IsReplay);
        AssertInOrder(bench.Link.Sent<SlotReport>().Select(report => report.Sequence));
        Assert.IsLessThan(
            bench.Link.Published.FindIndex(message => message.Topic.EndsWith("/reading", StringComparison.Ordinal)),
            bench.Link.Published.FindLastIndex(message => message.Topic.EndsWith("/report", StringComparison.Ordinal)));
    }

    /// <summary>After six days the oldest readings are gone, and counted; no slot report is.</summary>
    [TestMethod]
    [TestCategory("P-17")]
    [TestCategory("P-25")]
    public void AfterSixDaysOnlyReadingsAreGone()
    {
        using var bench = new MeterBench(s_quarterHours);
        Break(bench);
        bench.Run(6 * SecondsPerDay);
        int lost = bench.Meter.Readings.LostCount;
        Assert.IsGreaterThan(1000, lost);
        Assert.IsGreaterThan(1440, bench.Meter.Readings.Depth);
        Return(bench);
        bench.Run(800);
        Assert.AreEqual(lost, bench.Meter.Readings.LostCount);
        Assert.AreEqual(lost + 1, bench.Link.Sent<Reading>()[0].Sequence);
        SlotReport[] reports = [.. bench.Link.Sent<SlotReport>()];
        CollectionAssert.AreEqual(Enumerable.Range(1, 576).ToArray(), reports.Take(576).Select(report => report.Sequence).ToArray());
        Assert.IsTrue(reports.Any(report => (report.Faults & FaultFlags.Outbox) != 0), "the reports of the time say so");
    }

    /// <summary>A reading waits for its acknowledgement in RAM; the next one, or the loss of the link, puts it into flash.</summary>
    [TestMethod]
    [TestCategory("P-25")]
    public void ASilentBrokerKeepsReadingsWaiting()
    {
        using var bench = new MeterBench(s_quarterHours);
        bench.Run(90);
        Assert.HasCount(1, bench.Link.Sent<Reading>());
        Assert.IsFalse(HasReadingsInFlash(bench), "acknowledged at once, never in flash");
        bench.Link.Acknowledges = false;
        bench.Run(140);
        Assert.AreEqual(2, bench.Meter.Readings.Depth);
        Break(bench);
        bench.Run(1);
        Assert.AreEqual(2, bench.Meter.Readings.Depth, "the newest one had not been sent: older ones wait");
        bench.PowerCycle();
        Assert.AreEqual(2, bench.Meter.Readings.Depth);
        bench.Run(5);
        Assert.AreEqual("True True", string.Join(' ', bench.Link.Sent<Reading>().Select(reading => reading.IsReplay)));
        Assert.IsFalse(HasReadingsInFlash(bench), "done, and its blocks are free");
    }

    /// <summary>A broker that takes its time gets one message of history at a time; a fast one at most five in any second, readings too.</summary>
    [TestMethod]
    [TestCategory("P-25")]
    public void ReplaysGoOneAtATimeAndAtMostFiveASecond()
    {
        using var bench = new MeterBench(MeterBench.Usual + "reading-period-seconds = 20\n");
        Break(bench);
        bench.Run(20 * MeterBench.SlotSeconds);
        bench.Link.Acknowledges = false;
        Return(bench);
        bench.Run(3);
        Assert.HasCount(1, bench.Link.Published.FindAll(IsHistory));
        bench.Link.Acknowledges = true;
        bench.Link.Break();
        Return(bench);
        bench.Link.Published.Clear();
        for (int tenths = 0; tenths < 150; tenths++)
        {
            int before = bench.Link.Published.FindAll(IsHistory).Count;
            bench.Run(0.2);
            Assert.IsLessThanOrEqualTo(before + 1, bench.Link.Published.FindAll(IsHistory).Count);
        }

        Assert.AreEqual(0, bench.Meter.Outbox.Depth + bench.Meter.Readings.Depth);
        Assert.IsGreaterThan(70, bench.Link.Published.FindAll(IsHistory).Count);
    }

    /// <summary>Reports that a market asks for once more are history: a bid goes before them.</summary>
    [TestMethod]
    [TestCategory("P-24")]
    public void ReportsThatAreAskedForLetABidGoFirst()
    {
        using var bench = new MeterBench();
        bench.SetPower(0, 2000, 0, 95);
        bench.Run(25 * MeterBench.SlotSeconds);
        int slot = bench.Slot + 1;
        bench.RunUntilBefore(slot, 29);
        bench.Link.Published.Clear();
        bench.Link.Deliver(
            Topics.ForMeter(MeterBench.Cluster, MeterBench.MeterNumber, MessageType.Command), new Command { Meter = MeterBench.MeterNumber, Sequence = 3, Line = "replay 1" });
        bench.TellPrice(slot, gateSeconds: 20);
        bench.Run(1.2);
        Assert.IsFalse(bench.Link.Sent<Bid>().Single().IsReplay);
        Assert.IsInRange(1, 10, bench.Link.Sent<SlotReport>().Count);
        bench.Run(6);
        Assert.HasCount(25, bench.Link.Sent<SlotReport>());
        Assert.IsTrue(bench.Link.Sent<SlotReport>().TrueForAll(report => report.IsReplay));
    }

    private static bool IsHistory((string Topic, byte[] Payload, bool IsRetained) message) =>
        message.Topic.EndsWith("/report", StringComparison.Ordinal) || message.Topic.EndsWith("/reading", StringComparison.Ordinal);

    /// <summary>Flash that refuses all through a long outage: what was in RAM only is gone when the page is left, and counted.</summary>
    [TestMethod]
    public void WhatFlashRefusedIsCountedWhenItCannotBeSent()
    {
        using var bench = new MeterBench();
        bench.Run(5);
        Break(bench);
        bench.Board.Flash.RefusesChanges = true;
        bench.Run(70 * MeterBench.SlotSeconds);
        bench.Board.Flash.RefusesChanges = false;
        int waiting = bench.Meter.Outbox.Depth;
        bench.Link.Published.Clear();
        Return(bench);
        bench.Run(40);
        Assert.AreEqual(0, bench.Meter.Outbox.Depth);
        Assert.IsGreaterThan(0, bench.Meter.Outbox.LostCount);
        Assert.AreEqual(waiting, bench.Meter.Outbox.LostCount + bench.Link.Sent<SlotReport>().Count);
    }

    private static bool HasReadingsInFlash(MeterBench bench) => bench.Board.Flash.ListFiles(VirtualFlash.Root).Any(path => path.Contains("readings", StringComparison.Ordinal));

    private static void AssertInOrder(IEnumerable<int> sequences)
    {
        int[] found = [.. sequences];
        CollectionAssert.AreEqual(Enumerable.Range(found[0], found.Length).ToArray(), found);
    }

    private static void Break(MeterBench bench)
    {
        bench.Link.Accepts = false;
        bench.Link.Break();
    }

    private static void Return(MeterBench bench)
    {
        bench.Link.Accepts = true;
        while (bench.Link.State != LinkState.Connected)
        {
            bench.Run(0.05);
        }
    }
}
