// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Detection;

namespace Prosumeter.Tests.Studies.Detection;

[TestClass]
public sealed class SynchronizationDetectorTests
{
    private const int Evening = 20;

    [TestMethod]
    public void NothingIsSaidBeforeTheBaselineIsKnown()
    {
        DetectorBench bench = new(new DetectorSettings(SlotsPerDay: 24));
        SlotFinding[] findings = [.. Enumerable.Range(0, 28).SelectMany(day => bench.Day(day))];
        Assert.IsTrue(findings.All(f => double.IsNaN(f.Score) && !f.IsAlert && f.Meters.All(m => double.IsNaN(m.Z))));
        Assert.IsTrue(bench.Day(28).All(f => double.IsFinite(f.Score)));
    }

    [TestMethod]
    [DataRow(BaselineRule.Fixed)]
    [DataRow(BaselineRule.Robust)]
    public void AnAlertShowsItsEvidence(BaselineRule rule)
    {
        DetectorBench bench = new(new DetectorSettings(rule, SlotsPerDay: 24));
        bench.Run(28);
        bench.Synchronizes = (_, slot, _) => slot == Evening;
        SlotFinding[] day = bench.Day(28);
        SlotFinding alert = day[Evening];
        Assert.IsTrue(alert.IsAlert);
        Assert.IsFalse(day[Evening - 1].IsAlert);
        Assert.AreEqual((28, Evening, 0), (alert.Day, alert.Slot, alert.Window));
        Assert.AreSequenceEqual(bench.Meters, alert.Meters.Select(m => m.Meter).ToArray());
        Assert.IsTrue(alert.Meters.All(m => m.BaselineDays == 28 && Math.Abs(m.ExpectedKwh - DetectorBench.Kwh) < 0.1 * DetectorBench.Kwh && m.NetImportKwh > m.ExpectedKwh));
        Assert.AreEqual(alert.Meters.Sum(m => m.Z) / Math.Sqrt(5), alert.Score, 1e-9);
        Assert.AreEqual(2.326, alert.Threshold, 1e-3);
    }

    [TestMethod]
    public void TheFalseAlarmRateIsWhatWasAskedFor()
    {
        DetectorBench bench = new(new DetectorSettings(SlotsPerDay: 24, FalseAlarmRate: 0.05));
        bench.Run(28);
        SlotFinding[] findings = [.. Enumerable.Range(28, 300).SelectMany(day => bench.Day(day))];
        Assert.AreEqual(0.05, findings.Average(f => f.IsAlert ? 1.0 : 0), 0.01);
    }

    [TestMethod]
    public void ARobustBaselineLeavesOutCampaignDays()
    {
        foreach ((BaselineRule rule, bool finds) in new[] { (BaselineRule.Fixed, false), (BaselineRule.Robust, true) })
        {
            DetectorBench bench = new(new DetectorSettings(rule, SlotsPerDay: 24)) { Synchronizes = (day, slot, _) => day % 2 == 1 && slot >= Evening };
            bench.Run(29);
            SlotFinding[] campaign = bench.Day(29);
            Assert.AreEqual(finds, campaign[Evening..].All(f => f.IsAlert), $"{rule}");
            Assert.AreEqual(finds ? 14 : 28, campaign[Evening].Meters[0].BaselineDays, 1, $"{rule}");
        }
    }

    [TestMethod]
    public void AFamilyOnHolidayMakesNoSecondKindOfDay()
    {
        double kept = Enumerable.Range(1, 20).Average(seed =>
        {
            DetectorBench bench = new(new DetectorSettings(SlotsPerDay: 24), (ulong)seed) { Factor = (day, meter) => meter == 2 && day < 10 ? 0.2 : 1 };
            bench.Run(28);
            return bench.Day(28).Average(f => f.Meters.All(m => m.BaselineDays == 28) ? 1.0 : 0);
        });
        Assert.IsGreaterThan(0.95, kept);
    }

    [TestMethod]
    public void AShortPulseIsSeenInItsThird()
    {
        DetectorBench bench = new(new DetectorSettings(SlotsPerDay: 24, ReportsPerSlot: 3)) { Synchronizes = (day, slot, report) => day == 28 && slot == Evening && report == 1 };
        bench.Run(28);
        SlotFinding alert = bench.Day(28)[Evening];
        Assert.IsTrue(alert.IsAlert);
        Assert.AreEqual(2, alert.Window);
    }

    [TestMethod]
    [TestCategory("P-56")]
    public void AMeterThatComesLaterIsJudgedByItsOwnDays()
    {
        SynchronizationDetector detector = new(new DetectorSettings(SlotsPerDay: 6, BaselineDays: 4), []);
        Assert.IsTrue(double.IsNaN(detector.Observe(0, 0, []).Score));
        detector.Watch(1);
        for (int slot = 1; slot < 6 * 6; slot++)
        {
            if (slot == 9)
            {
                detector.Watch(2);
            }

            double[] kwh = slot < 9 ? [1 + (0.01 * (slot % 5))] : [1 + (0.01 * (slot % 5)), 2 + (0.01 * (slot % 5))];
            SlotFinding before = detector.Observe(slot / 6, slot % 6, kwh);
            Assert.IsTrue(slot != 5 * 6 || double.IsNaN(before.Meters[1].Z), "three of its days are too few");
        }

        SlotFinding finding = detector.Observe(6, 0, [1.5, 3]);
        Assert.AreSequenceEqual([1, 2], finding.Meters.Select(m => m.Meter).ToArray());
        Assert.IsTrue(finding.IsAlert && finding.Meters.All(m => m.Z > 2));
        Assert.AreEqual((5, 4), (finding.Meters[0].BaselineDays, finding.Meters[1].BaselineDays));
    }

    [TestMethod]
    public void AMissingMeterIsLeftOut()
    {
        DetectorBench bench = new(new DetectorSettings(SlotsPerDay: 24)) { Factor = (day, meter) => day >= 28 && meter == 1 ? double.NaN : 1 };
        bench.Run(28);
        SlotFinding finding = bench.Day(28)[0];
        Assert.IsTrue(double.IsNaN(finding.Meters[1].Z));
        Assert.AreEqual(finding.Meters.Where((_, i) => i != 1).Sum(m => m.Z) / 2, finding.Score, 1e-9);
    }

    [TestMethod]
    public void WhatCannotBeAReportIsRefused()
    {
        SynchronizationDetector detector = new(new DetectorSettings(), [1, 2]);
        detector.Observe(5, 10, [0, 0]);
        Assert.ThrowsExactly<ArgumentException>(() => detector.Observe(5, 10, [0, 0]));
        Assert.ThrowsExactly<ArgumentException>(() => detector.Observe(4, 11, [0, 0]));
        Assert.ThrowsExactly<ArgumentException>(() => detector.Observe(5, 96, [0, 0]));
        Assert.ThrowsExactly<ArgumentException>(() => detector.Observe(5, 11, [0]));
        Assert.ThrowsExactly<ArgumentException>(() => new SynchronizationDetector(new DetectorSettings(BaselineDays: 3), [1]));
    }
}
