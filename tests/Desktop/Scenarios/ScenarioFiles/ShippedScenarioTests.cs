// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Scenarios.ScenarioFiles;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Tests.Scenarios.ScenarioFiles;

/// <summary>The shipped scenarios show what their descriptions say.</summary>
[TestClass]
public sealed class ShippedScenarioTests
{
    [TestMethod]
    public void NetMeteringComparesTheSameHomes()
    {
        SimulationOutcome outcome = Run("net-metering");
        ClusterOutcome credit = outcome.Clusters[0], avoided = outcome.Clusters[1], local = outcome.Clusters[2];

        CollectionAssert.AreEqual(credit.Homes.Select(home => home.Metered).ToArray(), avoided.Homes.Select(home => home.Metered).ToArray());
        Assert.AreEqual(Load(credit), Load(local));
        Assert.IsGreaterThan(local.HomesMicros, credit.HomesMicros);
        Assert.IsGreaterThan(avoided.HomesMicros, local.HomesMicros);
    }

    [TestMethod]
    public void UniformPriceHasTheHomesOfTwoLevel()
    {
        SimulationPlan twoLevel = Plan("two-level"), uniform = Plan("uniform-price");

        CollectionAssert.AreEqual(
            twoLevel.Clusters.SelectMany(cluster => cluster.Homes).Select(home => home.Meter).ToArray(),
            uniform.Clusters.SelectMany(cluster => cluster.Homes).Select(home => home.Meter).ToArray());
        Assert.IsFalse(uniform.HasUpperLevel);
    }

    [TestMethod]
    public void TwoLevelHasTenClustersThatTradeOnBothLevels()
    {
        SimulationOutcome outcome = Run("two-level");

        Assert.HasCount(10, outcome.Clusters);
        Assert.IsTrue(outcome.Clusters.All(cluster => cluster.Homes.Count == 100 && cluster.TradedMilliwattHours > 0));
        Assert.IsGreaterThan(100_000_000, outcome.Clusters.Sum(cluster => cluster.Slots.Sum(slot => slot.UpperBoughtMilliwattHours)));
        Assert.IsTrue(outcome.Clusters.All(cluster => cluster.Slots.All(slot => slot.LocalMicrosPerKilowattHour is null || slot.LocalMicrosPerKilowattHour <= slot.RetailMicrosPerKilowattHour)));
        Assert.IsTrue(outcome.IsConserved);
    }

    [TestMethod]
    public void BrooklynIsOneBuildingThatTrades()
    {
        SimulationOutcome outcome = Run("brooklyn");

        Assert.HasCount(1, outcome.Clusters);
        Assert.IsGreaterThan(0, outcome.Clusters[0].GainMicros);
        Assert.IsTrue(outcome.IsConserved);
    }

    [TestMethod]
    public void ElecbayDayGoesThroughTheWholeLifeOfOrders()
    {
        SimulationOutcome outcome = Run("elecbay-day");
        ClusterOutcome street = outcome.Clusters[0];
        ElecbayOutcome elecbay = street.Elecbay!;

        Assert.IsTrue(outcome.IsConserved);
        Assert.AreEqual(elecbay.Orders, elecbay.Settled + elecbay.RejectedByMarket + elecbay.RejectedByNetwork + elecbay.RejectedBySupplier);
        Assert.IsTrue(elecbay is { Settled: > 100, RejectedByMarket: > 0, RejectedByNetwork: > 0, RejectedBySupplier: > 0 }, elecbay.ToString());
        Assert.IsGreaterThan(0, elecbay.SettledMilliwattHours);
        Assert.IsLessThanOrEqualTo(elecbay.OrderedMilliwattHours, elecbay.SettledMilliwattHours);
        Assert.AreEqual(elecbay.SettledMilliwattHours, street.Homes.Sum(home => home.BoughtMilliwattHours));
        Assert.AreEqual(elecbay.PlatformMicros, street.Homes.Sum(home => home.FeeMicros));
        Assert.AreEqual(elecbay.SupplierMicros, street.Homes.Sum(home => home.PenaltyMicros));
        Assert.AreEqual(0, street.HomesMicros + street.OperatorMicros + elecbay.PlatformMicros + elecbay.SupplierMicros);
        Assert.IsTrue(elecbay.Rejections.Any(reason => reason.Contains("voltage", System.StringComparison.Ordinal) || reason.Contains("thermal", System.StringComparison.Ordinal)));
    }

    private static long Load(ClusterOutcome cluster) => cluster.Slots.Sum(slot => slot.LoadMilliwattHours);

    private static SimulationOutcome Run(string name) => SimulationRun.Run(Plan(name), threads: 2);

    private static SimulationPlan Plan(string name)
    {
        Assert.IsTrue(ScenarioFile.TryRead(name, ShippedScenarios.Find(name)!, new ScenarioOverrides(), out SimulationPlan? plan, out IReadOnlyList<string> errors), string.Join(' ', errors));
        return plan;
    }
}
