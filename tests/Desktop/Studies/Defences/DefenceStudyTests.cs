// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Defences;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Synchronization;

namespace Prosumeter.Tests.Studies.Defences;

/// <summary>Each defence against the rules without one, on the same ten seeds.</summary>
[TestClass]
public sealed class DefenceStudyTests
{
    private static readonly Lazy<ReadingResult> s_none = new(() => Run("none"));

    public TestContext TestContext { get; set; } = null!;

    // Shares of the undefended rise of the mean price that are left over 100 seeds: 0.46, 0.42, 0.55, 0.12, 0.19, 0.07, 0.13.
    [TestMethod]
    [DataRow("exponent 1", 0.38, 0.55)]
    [DataRow("jitter up to 4 h", 0.33, 0.55)]
    [DataRow("jitter up to 15 min", 0.9, 0.99)]
    [DataRow("exclude flagged demand, 50 % flagged", 0.5, 0.6)]
    [DataRow("exclude flagged demand, 90 % flagged", 0.08, 0.17)]
    [DataRow("exclude flagged demand, 100 % flagged", 0, 0)]
    [DataRow("exclude and fine 1 x, 50 % flagged", 0.08, 0.32)]
    [DataRow("exclude and fine 2 x, 50 % flagged", 0.01, 0.16)]
    [DataRow("bill own demand", 0.02, 0.25)]
    [DataRow("bill own and extra demand", 0, 0.16)]
    [DataRow("response payment 2 x", 0, 0.03)]
    [DataRow("slots of 5 minutes", 0.9, 1.15)]
    public void WhatIsLeftOfTheRiseOfThePrice(string name, double least, double most)
    {
        double left = Run(name).Of(s => s.MeanPriceUplift).Mean / s_none.Value.Of(s => s.MeanPriceUplift).Mean;
        Assert.IsGreaterThanOrEqualTo(least - 1e-9, left);
        Assert.IsLessThanOrEqualTo(most + 1e-9, left);
    }

    [TestMethod]
    public void ARealTimePriceCutsTheMeanAndNotThePeak()
    {
        ReadingResult realTime = Run("real-time price");
        Assert.IsLessThan(0.85, realTime.Of(s => s.MeanPriceUplift).Mean / s_none.Value.Of(s => s.MeanPriceUplift).Mean);
        Assert.IsGreaterThan(0.9, realTime.Of(s => s.PeakPriceUplift).Mean / s_none.Value.Of(s => s.PeakPriceUplift).Mean);
    }

    [TestMethod]
    public void ExclusionChangesNoBehaviourAndBillingDoes()
    {
        double share = s_none.Value.Share(PartsOfDay.Morning).Mean;
        Assert.AreEqual(share, Run("exclude flagged demand, 90 % flagged").Share(PartsOfDay.Morning).Mean, 0.05);
        Assert.IsLessThan(0.5 * share, Run("bill own demand").Share(PartsOfDay.Morning).Mean);
    }

    [TestMethod]
    public void WhereSynchronizingIsBilledFriendlinessIsAnEquilibrium()
    {
        static double Temptation(string defence)
        {
            Experiment experiment = new(Find(defence).Apply(Readings.C0));
            return new NashTest(experiment.Reading, experiment.Homes(1), 1, 520, days: 8).Test(experiment.AllFriendly()).MeanBestResponse;
        }

        Assert.IsGreaterThan(15, Temptation("none"));
        Assert.IsLessThan(3, Temptation("bill own demand"));
        Assert.IsLessThan(3, Temptation("exclude and fine 2 x, 50 % flagged"));
    }

    [TestMethod]
    public void TheRankingCountsWhatTheDefenceCosts()
    {
        DefenceSettings settings = new(new Experiment(Readings.C0, TrainingDays: 60, EvaluationDays: 5), Seeds: 1, NashSeeds: 0, DetectionSeeds: 0);
        IReadOnlyList<DefenceResult> results = DefenceStudy.Run(settings);
        Assert.HasCount(Defence.All.Count, results);
        Assert.AreEqual("response payment 2 x", results[^1].Defence.Name);
        Assert.IsTrue(results.Zip(results.Skip(1)).All(pair => pair.First.Burden.Mean <= pair.Second.Burden.Mean));
        string folder = Path.Combine(TestContext.TestRunDirectory!, nameof(TheRankingCountsWhatTheDefenceCosts));
        DefenceReport.Write(results, "C0", folder);
        Assert.HasCount(results.Count + 1, File.ReadAllLines(Path.Combine(folder, "defences.csv")));
    }

    private static Defence Find(string name) => Defence.All.Single(d => d.Name == name);

    private static ReadingResult Run(string defence) => ReadingResult.Run(new Experiment(Find(defence).Apply(Readings.C0), EvaluationDays: 60), 10);
}
