// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Detection;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Synchronization;

namespace Prosumeter.Tests.Studies.Detection;

[TestClass]
public sealed class PeerComparisonTests
{
    private const int Prosumers = 5;
    private const int Consumers = 20;
    private const int Days = 20;
    private const double OnePercent = 2.326;

    [TestMethod]
    public void TheScoreIsThatOfTwoMeans()
    {
        // Means 3 and 2, variance of the consumers 1: 1 / sqrt(1/2 + 1/3).
        Assert.AreEqual(1.0954, PeerComparison.Score([2.5, 3.5], [1, 2, 3]), 1e-4);
        Assert.AreEqual(1.0954, PeerComparison.Score([2.5, double.NaN, 3.5], [1, 2, double.NaN, 3]), 1e-4);
    }

    [TestMethod]
    public void TooFewHomesSayNothing()
    {
        Assert.IsTrue(double.IsNaN(PeerComparison.Score([], [1, 2])));
        Assert.IsTrue(double.IsNaN(PeerComparison.Score([1], [2])));
        Assert.IsTrue(double.IsNaN(PeerComparison.Score([1], [2, 2, 2])));
    }

    [TestMethod]
    public void ACampaignThatNeverPausesIsSeenAgainstThoseWhoCannotTakePart()
    {
        (double Found, double FalseInTheSameSlots, double FalseElsewhere)[] seeds = [.. Enumerable.Range(1, 8).Select(seed => Measure((ulong)seed))];
        Assert.IsGreaterThan(0.4, seeds.Average(s => s.Found));
        Assert.IsLessThan(0.05, seeds.Average(s => s.FalseInTheSameSlots));
        Assert.IsLessThan(0.02, seeds.Average(s => s.FalseElsewhere));
    }

    // Shares of slots above the threshold: synchronized ones, the same ones had everybody been friendly, and friendly ones.
    private static (double Found, double FalseInTheSameSlots, double FalseElsewhere) Measure(ulong seed)
    {
        Experiment experiment = new(Readings.C0, Prosumers, Consumers, TrainingDays: 60, EvaluationDays: 1);
        PolicyTable policy = SeedResult.Run(experiment, seed).ClearPolicy;
        ModelHomes homes = experiment.Homes(seed);
        List<bool> found = [], same = [], elsewhere = [];
        for (int i = 0; i < Days * 96; i++)
        {
            int slot = i % 96, synchronizers = Enumerable.Range(0, Prosumers).Count(p => policy[slot, p]);
            double synchronized = Score(homes, policy, i), friendly = Score(homes, null, i);
            if (synchronizers >= 2)
            {
                found.Add(synchronized > OnePercent);
                same.Add(friendly > OnePercent);
            }
            else if (synchronizers == 0)
            {
                elsewhere.Add(friendly > OnePercent);
            }
        }

        return (Share(found), Share(same), Share(elsewhere));
    }

    private static double Score(ModelHomes homes, PolicyTable? policy, int index)
    {
        int day = 1000 + (index / 96), slot = index % 96;
        double[] demand = new double[Prosumers + Consumers], generation = new double[Prosumers];
        homes.Demand(day, slot, 0, demand);
        homes.Generation(day, slot, 0, generation);
        double[] imports = [.. generation.Select((g, p) => policy?[slot, p] == true ? 1.5 * demand[p] : demand[p] - g)];
        return PeerComparison.Score(imports, demand.AsSpan(Prosumers));
    }

    private static double Share(List<bool> truths) => truths.Count(truth => truth) / (double)truths.Count;
}
