// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Hal;
using Prosumeter.Messages;

namespace Prosumeter.Tests.Firmware;

/// <summary>Long times without a broker: what is kept, in which order it comes back, and what gives way (docs/PROTOCOL.md, P-25).</summary>
[TestClass]
public sealed class OutageTests
{
    /// <summary>The link returns 2 s before the end of a slot: its report is made while older ones still wait.</summary>
    [TestMethod]
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
