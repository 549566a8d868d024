// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Detection;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Synchronization;

namespace Prosumeter.Tests.Studies.Detection;

/// <summary>Three seeds of whole trials: bands that the figures of docs/studies/detection.md keep well away from.</summary>
[TestClass]
public sealed class DetectionStudyTests
{
    private static readonly DetectionCase[] s_cases =
    [
        new(), new() { IntervalMinutes = 5, IsPulse = true }, new() { ExtraDemand = 0.05 }, new() { Contamination = 0.5 }, new() { Contamination = 1 },
        new() { Contamination = 0.5, Baseline = BaselineRule.Robust }, new() { Contamination = 1, Baseline = BaselineRule.Robust },
    ];

    private static readonly Lazy<DetectionStudy> s_study = new(() => Run(s_cases, seeds: 3, testDays: 60, threads: 2));

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(0, 0.985, 1.0, 0.85)]
    [DataRow(1, 0.999, 1.0, 0.99)]
    [DataRow(2, 0.70, 0.88, 0.25)]
    [DataRow(5, 0.97, 1.0, 0.80)]
    [DataRow(6, 0.90, 1.0, 0.65)]
    public void SynchronizedSlotsAreFound(int number, double leastArea, double mostArea, double leastFound)
    {
        RocSummary slots = s_study.Value.Results[number].Slots;
        Assert.IsGreaterThan(leastArea, slots.Area.Mean);
        Assert.IsLessThanOrEqualTo(mostArea, slots.Area.Mean);
        Assert.IsGreaterThan(leastFound, slots.TrueRateAtOnePercent.Mean);
    }

    [TestMethod]
    [DataRow(3, 0.92, 0.30)]
    [DataRow(4, 0.75, 0.05)]
    public void AFixedBaselineOfCampaignDaysIsBlind(int number, double mostArea, double mostFound)
    {
        RocSummary slots = s_study.Value.Results[number].Slots;
        Assert.IsLessThan(mostArea, slots.Area.Mean);
        Assert.IsLessThan(mostFound, slots.TrueRateAtOnePercent.Mean);
    }

    [TestMethod]
    public void FriendlySlotsRaiseAboutOneAlertInAHundred()
    {
        foreach (DetectionResult result in s_study.Value.Results)
        {
            Assert.IsLessThan(0.015, result.FalseAlarms.Mean, result.Case.ToString());
        }
    }

    [TestMethod]
    public void TheResultDoesNotDependOnTheNumberOfThreads() =>
        Assert.AreEqual(DetectionFiles.Json(Run(s_cases[..2], seeds: 2, testDays: 2, threads: 1), "C0"), DetectionFiles.Json(Run(s_cases[..2], seeds: 2, testDays: 2, threads: 2), "C0"));

    [TestMethod]
    public void ThePageNeedsNothingFromOutside()
    {
        string page = DetectionReport.Write(s_study.Value, "<b>C0</b>");
        foreach (string link in new[] { "http://", "https://", "src=", "<link", "@import", "url(", "<b>" })
        {
            Assert.DoesNotContain(link, page.Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal), link);
        }
    }

    [TestMethod]
    public void TheFilesHoldEveryCase()
    {
        string folder = Path.Combine(TestContext.TestRunDirectory!, nameof(TheFilesHoldEveryCase));
        DetectionFiles.Write(s_study.Value, "C0", folder);
        Assert.HasCount(s_cases.Length + 1, File.ReadAllLines(Path.Combine(folder, "cases.csv")));
        Assert.HasCount((s_cases.Length * RocSummary.FalseRates.Length) + 1, File.ReadAllLines(Path.Combine(folder, "roc.csv")));
        JsonElement json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "study.json"))).RootElement;
        Assert.AreSequenceEqual(
            s_study.Value.Results.Select(r => r.Slots.Area.Mean).ToArray(),
            json.GetProperty("cases").EnumerateArray().Select(c => c.GetProperty("slotArea").GetProperty("mean").GetDouble()).ToArray());
    }

    private static DetectionStudy Run(DetectionCase[] cases, int seeds, int testDays, int threads) =>
        DetectionStudy.Run(new Experiment(Readings.C0), cases, seeds, testDays, threads);
}
