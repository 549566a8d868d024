// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Statistics;
using Prosumeter.Simulator.Studies.Synchronization;

namespace Prosumeter.Tests.Studies.Synchronization;

/// <summary>Twenty seeds of the whole 520 days: the bands of the recommended reading, and what explains them.</summary>
[TestClass]
public sealed class AcceptanceTests
{
    private static readonly Lazy<ReadingResult> s_learned = new(() => Run(Readings.C0));

    [TestMethod]
    public void TheClaimsHoldOverTwentySeeds()
    {
        foreach (Claim claim in Claims.Learning(s_learned.Value))
        {
            Assert.IsTrue(claim.Holds, $"{claim.Id}: {claim.Figure} is {claim.Value.Mean} ± {claim.Value.HalfWidth}, expected {claim.Least} to {claim.Most}");
        }
    }

    [TestMethod]
    [DataRow("C0,price-exponent=0")]
    [DataRow("C0,extra-demand=0")]
    public void TheSameIsLearnedWithoutAnyEffectOnThePrice(string reading)
    {
        ReadingResult ablated = Run(Readings.Parse(reading));
        foreach (HourSpan part in PartsOfDay.All)
        {
            Assert.AreEqual(s_learned.Value.Share(part).Mean, ablated.Share(part).Mean, 0.05, part.Name);
        }

        Assert.AreEqual(0, ablated.Of(s => s.MeanPriceUplift).Mean, 1e-9);
    }

    [TestMethod]
    public void WhoPaysForHisOwnDemandDoesNotSynchronize()
    {
        ReadingResult pays = Run(Readings.SyncPays);
        Assert.IsLessThan(0.4, pays.Share(PartsOfDay.Morning).Mean);
        Assert.IsLessThan(0.05, pays.Share(PartsOfDay.LateMorning).Mean);
        Assert.IsLessThan(4, pays.Of(s => s.MeanPriceUplift).Mean);
    }

    [TestMethod]
    [DataRow("H0", 0.81, 0.32, 0.29, 0.81, 9.0)]
    [DataRow("M1", 0.50, 0.49, 0.35, 0.31, 14.0)]
    [DataRow("G1", 0.63, 0.24, 0.21, 0.35, 11.1)]
    public void OtherReadingsComeToTheirOwnFigures(string name, double morning, double lateMorning, double afternoon, double evening, double priceUplift)
    {
        // Two standard errors of twenty seeds are 0.05 to 0.09 of a share and 2 points of a price.
        ReadingResult result = Run(Readings.Parse(name));
        Assert.AreEqual(morning, result.Share(PartsOfDay.Morning).Mean, 0.09);
        Assert.AreEqual(lateMorning, result.Share(PartsOfDay.LateMorning).Mean, 0.09);
        Assert.AreEqual(afternoon, result.Share(PartsOfDay.Afternoon).Mean, 0.09);
        Assert.AreEqual(evening, result.Share(PartsOfDay.Evening).Mean, 0.09);
        Assert.AreEqual(priceUplift, result.Of(s => s.MeanPriceUplift).Mean, 3);
    }

    [TestMethod]
    public void FixedPointChangesNoConclusion()
    {
        Experiment experiment = new(Readings.C0);
        foreach (ulong seed in (IEnumerable<ulong>)[1, 2, 3])
        {
            ArithmeticComparison comparison = ArithmeticComparison.Run(experiment, seed);
            Assert.IsLessThanOrEqualTo(0.02 * comparison.Slots, comparison.DifferentSlots, $"seed {seed}");
            Assert.IsLessThanOrEqualTo(0.05, comparison.LargestShareDifference, $"seed {seed}");
        }
    }

    [TestMethod]
    public void TheLearnedProfileIsNearlyAnEquilibriumAndFriendlinessIsNot()
    {
        Experiment experiment = new(Readings.C0);
        List<NashResult> learned = [], friendly = [];
        foreach (SeedResult seed in s_learned.Value.Seeds.Take(2))
        {
            NashTest test = new(experiment.Reading, experiment.Homes(seed.Seed), seed.Seed, firstDay: 520, days: 8);
            learned.Add(test.Test(seed.Policy));
            friendly.Add(test.Test(experiment.AllFriendly()));
        }

        Assert.IsLessThanOrEqualTo(3, learned.Average(n => n.MeanBestResponse));
        Assert.IsLessThan(-10, learned.Average(n => n.MeanFriendly));
        Assert.IsLessThan(-40, learned.Average(n => n.MeanSynchronizing));
        Assert.IsGreaterThan(15, friendly.Average(n => n.MeanBestResponse));
    }

    [TestMethod]
    public void TheStudyDoesNotDependOnTheNumberOfThreads()
    {
        Experiment experiment = new(Readings.C0, TrainingDays: 30, EvaluationDays: 5);
        ReadingResult one = ReadingResult.Run(experiment, 3, threads: 1), many = ReadingResult.Run(experiment, 3, threads: 3);
        CollectionAssert.AreEqual(one.Profile(s => s.Share), many.Profile(s => s.Share));
        Assert.AreEqual(one.Of(s => s.ConsumerCostUplift), many.Of(s => s.ConsumerCostUplift));
    }

    private static ReadingResult Run(Reading reading) => ReadingResult.Run(new Experiment(reading), 20);
}
