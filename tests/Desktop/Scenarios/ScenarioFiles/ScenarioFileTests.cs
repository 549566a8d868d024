// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Pricing;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.ScenarioFiles;
using Prosumeter.Simulator.Scenarios.Simulation;
using Prosumeter.Tests.Scenarios.Simulation;

namespace Prosumeter.Tests.Scenarios.ScenarioFiles;

/// <summary>A scenario file says what it says, and what is wrong with one is named with line, field and what is allowed.</summary>
[TestClass]
public sealed class ScenarioFileTests
{
    private const string Clusters = "clusters:\n  - homes:\n      - name: flat\n";

    [TestMethod]
    public void UsualValuesAreThoseOfTheBoard()
    {
        SimulationPlan plan = SimulationPlans.Of(Clusters);
        HomePlan home = plan.Clusters.Single().Homes.Single();

        Assert.AreEqual(900, plan.SlotSeconds);
        Assert.AreEqual(60, plan.GateSeconds);
        Assert.AreEqual(1, plan.Days);
        Assert.AreEqual(800, home.Meter.SellAbovePermille);
        Assert.AreEqual(300, home.Meter.BuyBelowPermille);
        Assert.AreEqual("pay-as-ask", plan.Clusters[0].CreateRule!().Name);
    }

    [TestMethod]
    public void EveryFieldArrives()
    {
        SimulationPlan plan = SimulationPlans.Of("""
            name: mine
            description: two homes
            seed: 5
            start: 2025-03-01
            days: 2
            slot-minutes: 30
            gate-seconds: 120
            rule: none
            tax-percent: 1
            real-time-percent: 150
            reserve-divisor: 3
            tariff: { retail: 0.31, feed-in: [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.10, 0.11, 0.12, 0.13, 0.14, 0.15, 0.16, 0.17, 0.18, 0.19, 0.20, 0.21, 0.22, 0.23, 0.24] }
            clusters:
              - name: alpha
                rule: mcafee
                tax-percent: 2.5
                seed: 9
                islanded: true
                tariff: { retail: 0.5, feed-in: 0.05 }
                homes:
                  - { name: villa, count: 2, pv-kw: 5.5, storage-kwh: 10, storage-kw: 4, charge-percent: 25, efficiency-percent: 90, strategy: withholding,
                      level-percent: 10, sell-above-percent: 70, buy-below-percent: 20, cost: 0.09, highest-bid: 0.3, interruptible-percent: 15 }
              - name: beta
                copies: 2
                homes: [ { name: flat } ]
            """);
        (ClusterPlan alpha, ClusterPlan beta) = (plan.Clusters[0], plan.Clusters[2]);
        HomePlan villa = alpha.Homes[1];
        MeterSpecification meter = villa.Meter;

        Assert.AreEqual(("mine", "two homes", 5, 2, 1800, 120), (plan.Name, plan.Description, plan.Seed, plan.Days, plan.SlotSeconds, plan.GateSeconds));
        Assert.AreEqual(new DateTimeOffset(2025, 3, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds(), plan.StartUtcSeconds);
        Assert.AreEqual(("alpha", "mcafee", 25), (alpha.Name, alpha.CreateRule!().Name, alpha.TaxPermille));
        Assert.AreEqual((1500, 3, true, false), (alpha.RealTimePermille, alpha.ReserveDivisor, alpha.IsIslanded, beta.IsIslanded));
        Assert.AreEqual(new TariffPrices(500_000, 50_000), alpha.Tariff.At(0));
        Assert.AreEqual(("beta-2", 10), (beta.Name, beta.TaxPermille));
        Assert.IsNull(beta.CreateRule);
        Assert.AreEqual(new TariffPrices(310_000, 240_000), beta.Tariff.At(23 * 3600));
        Assert.AreEqual((2, "villa 2", "alpha", 5500, 10_000, 4000, 250), (meter.Meter, meter.Home, meter.Cluster, meter.PvPeakWatts, meter.StorageWattHours, meter.StorageWatts, meter.StateOfChargePermille));
        Assert.AreEqual((PricingStrategy.Withholding, 100, 700, 200, 90_000), (meter.Strategy, meter.LevelPermille, meter.SellAbovePermille, meter.BuyBelowPermille, meter.CostMicrosPerKilowattHour));
        Assert.AreEqual((900, 900, 150, 300_000), (villa.Meter.ChargeEfficiencyPermille, villa.Meter.DischargeEfficiencyPermille, villa.Meter.InterruptiblePermille, villa.Meter.BuyPriceMicrosPerKilowattHour));
    }

    [TestMethod]
    public void RangesAreDrawnFromTheSeed()
    {
        const string Text = "clusters: [ { homes: [ { count: 200, pv-kw: [2, 4] } ] } ]";
        int[] peaks = PeaksOf(Text), again = PeaksOf(Text), others = PeaksOf("seed: 2\n" + Text);

        CollectionAssert.AreEqual(peaks, again);
        CollectionAssert.AreNotEqual(peaks, others);
        Assert.IsTrue(peaks.All(peak => peak is >= 2000 and <= 4000));
        Assert.IsGreaterThan(100, peaks.Distinct().Count());
        Assert.AreEqual(3000, peaks.Average(), 150);
    }

    [TestMethod]
    public void ClustersWithTheSameSeedHaveTheSameHomes()
    {
        SimulationPlan plan = SimulationPlans.Of("clusters: [ { name: a, seed: 3, homes: [ { count: 3, pv-kw: [2, 4] } ] }, { name: b, seed: 3, homes: [ { count: 3, pv-kw: [2, 4] } ] } ]");

        CollectionAssert.AreEqual(plan.Clusters[0].Homes.Select(home => home.Meter.PvPeakWatts).ToArray(), plan.Clusters[1].Homes.Select(home => home.Meter.PvPeakWatts).ToArray());
        Assert.AreEqual(plan.Clusters[0].Homes[1].OpenProfile().At(1_750_500_000), plan.Clusters[1].Homes[1].OpenProfile().At(1_750_500_000));
    }

    [TestMethod]
    public void ShippedScenariosAreGood()
    {
        CollectionAssert.Contains(ShippedScenarios.Names.ToArray(), "two-level");
        foreach (string name in ShippedScenarios.Names)
        {
            Assert.IsTrue(ScenarioFile.TryRead(name, ShippedScenarios.Find(name)!, new ScenarioOverrides(), out SimulationPlan? plan, out IReadOnlyList<string> errors), string.Join('\n', errors));
            Assert.AreEqual(name, plan.Name);
            Assert.IsGreaterThan(20, plan.Description.Length);
        }
    }

    [TestMethod]
    [DataRow("days: 0\n", "mine.yaml, line 1, days: '0' is refused; allowed: a whole number from 1 to 3660")]
    [DataRow("days: one\n", "line 1, days: 'one' is refused")]
    [DataRow("slot-minutes: 7\n", "line 1, slot-minutes: '7' is refused; allowed: 1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60")]
    [DataRow("seed: 1\nrule: lottery\n", "line 2, rule: 'lottery' is refused; allowed: pay-as-ask, ")]
    [DataRow("start: tomorrow\n", "line 1, start: 'tomorrow' is refused; allowed: a date from 2025-01-01")]
    [DataRow("tariff:\n  retail: [0.1, 0.2]\n", "line 2, tariff.retail: '2 prices' is refused; allowed: a price per kWh from 0 to 1000, or 24 of them")]
    [DataRow("tariff: 0.3\n", "line 1, tariff: '0.3' is refused; allowed: a mapping of fields")]
    [DataRow("gate-seconds: 900\n", "line 1, gate-seconds: '900' is refused; allowed: a whole number from 0 to 899")]
    [DataRow("dais: 3\n", "line 1, dais: 'dais' is refused; allowed: the fields clusters, data, days,")]
    [DataRow("upper-level: maybe\n", "line 1, upper-level: 'maybe' is refused; allowed: true, false")]
    [DataRow("tax-percent: 101\n", "line 1, tax-percent: '101' is refused; allowed: a number from 0 to 100")]
    public void BadFieldsAreNamed(string scenario, string expected) => AssertRefused(scenario + Clusters, expected);

    [TestMethod]
    [DataRow("name: Alpha\n", "line 2, clusters[0].name: 'Alpha' is refused; allowed: 1 to 24 characters a-z, 0-9, '-'")]
    [DataRow("elecbay: { fee-percent: 200 }\n    homes: [ {} ]\n", "line 2, clusters[0].elecbay.fee-percent: '200' is refused; allowed: a number from 0 to 100")]
    [DataRow("elecbay: {}\n    rule: mcafee\n    homes: [ {} ]\n", "line 3, clusters[0].rule: 'mcafee' is refused; allowed: none, or nothing, with elecbay")]
    [DataRow("copies: 0\n", "line 2, clusters[0].copies: '0' is refused")]
    [DataRow("homes: []\n", "line 2, clusters[0].homes: 'a list' is refused; allowed: a list of one or more mappings")]
    [DataRow("homes: [ flat ]\n", "line 2, clusters[0].homes[0]: 'flat' is refused; allowed: a mapping of fields")]
    [DataRow("homes: [ { strategy: greedy } ]\n", "line 2, clusters[0].homes[0].strategy: 'greedy' is refused; allowed: predatory, timid, withholding")]
    [DataRow("homes: [ { pv-kw: -1 } ]\n", "line 2, clusters[0].homes[0].pv-kw: '-1' is refused; allowed: a number from 0 to 1000, or a pair [low, high]")]
    [DataRow("homes: [ { pv-kw: [4, 2] } ]\n", "line 2, clusters[0].homes[0].pv-kw: 'a list' is refused; allowed: a number from 0 to 1000, or a pair [low, high]")]
    [DataRow("homes: [ { buy-below-percent: 90 } ]\n", "line 2, clusters[0].homes[0].buy-below-percent: '90' is refused; allowed: at most sell-above-percent, 80")]
    public void BadClustersAreNamed(string cluster, string expected) => AssertRefused("clusters:\n  - " + cluster, expected);

    [TestMethod]
    public void AllThatIsWrongIsNamedAtOnce()
    {
        IReadOnlyList<string> errors = ErrorsOf("days: 0\nrule: x\nclusters:\n  - homes:\n      - pv-kw: many\n        colour: red\n");

        Assert.HasCount(4, errors);
        Assert.Contains("line 1, days", errors[0]);
        Assert.Contains("line 2, rule", errors[1]);
        Assert.Contains("line 5, clusters[0].homes[0].pv-kw", errors[2]);
        Assert.Contains("line 6, clusters[0].homes[0].colour", errors[3]);
    }

    [TestMethod]
    [DataRow("", "allowed: one mapping of fields")]
    [DataRow("just text", "mine.yaml, line 1: 'just text' is refused; allowed: one mapping of fields")]
    [DataRow("a: 1\n---\na: 2\n", "'2 documents' is refused")]
    [DataRow("days: 1", "line 1, clusters: 'nothing' is refused; allowed: a list of one or more mappings")]
    [DataRow("days: [1\n", "mine.yaml, line 2: not YAML")]
    [DataRow("days: 1\ndays: 2\n", "mine.yaml, line 2: not YAML: Duplicate key")]
    [DataRow("upper-level: true\nclusters: [ { tariff: { retail: 1 }, homes: [ {} ] } ]", "line 1, upper-level: 'true' is refused; allowed: false, or clusters that all have the tariff")]
    [DataRow("clusters: [ { name: a, homes: [ {} ] }, { name: a, homes: [ {} ] } ]", "clusters: 'a' is refused; allowed: clusters with different names")]
    public void WhatIsNoScenarioIsRefused(string text, string expected) => AssertRefused(text, expected);

    [TestMethod]
    public void PathsOfDataCountFromTheFile() =>
        Assert.Contains("folder/no-such.csv: no such file", ErrorsOf("data: no-such.csv\n" + Clusters, "folder/mine.yaml")[0]);

    private static void AssertRefused(string text, string expected)
    {
        IReadOnlyList<string> errors = ErrorsOf(text);

        Assert.IsTrue(errors.Any(error => error.Contains(expected, StringComparison.Ordinal)), string.Join('\n', errors));
    }

    private static IReadOnlyList<string> ErrorsOf(string text, string name = "mine.yaml")
    {
        Assert.IsFalse(ScenarioFile.TryRead(name, text, new ScenarioOverrides(), out _, out IReadOnlyList<string> errors));
        return errors;
    }

    private static int[] PeaksOf(string text) => SimulationPlans.Of(text).Clusters[0].Homes.Select(home => home.Meter.PvPeakWatts).ToArray();
}
