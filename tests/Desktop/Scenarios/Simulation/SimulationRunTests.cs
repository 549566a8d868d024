// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Tests.Scenarios.Simulation;

[TestClass]
public sealed class SimulationRunTests
{
    [TestMethod]
    public void ThreadsDoNotChangeTheResult()
    {
        SimulationPlan plan = SimulationPlans.ThreeClusters();

        Assert.AreEqual(Text(SimulationRun.Run(plan, threads: 1)), Text(SimulationRun.Run(plan, threads: 3)));
    }

    [TestMethod]
    public void SeedChangesTheResult() =>
        Assert.AreNotEqual(
            Text(SimulationRun.Run(SimulationPlans.ThreeClusters(seed: 1)).Clusters[0].Homes),
            Text(SimulationRun.Run(SimulationPlans.ThreeClusters(seed: 2)).Clusters[0].Homes));

    [TestMethod]
    public void ClustersHaveHomesOfTheirOwn()
    {
        SimulationOutcome outcome = SimulationRun.Run(SimulationPlans.ThreeClusters());

        Assert.HasCount(3, outcome.Clusters.Select(cluster => Text(cluster.Homes)).Distinct().ToArray());
    }

    [TestMethod]
    [DataRow("pay-as-ask")]
    [DataRow("k-double-auction-500")]
    [DataRow("vcg")]
    [DataRow("mcafee")]
    [DataRow("trade-reduction")]
    [DataRow("stackelberg")]
    [DataRow("none")]
    public void EverySlotConservesEnergyAndMoney(string rule)
    {
        SimulationOutcome outcome = SimulationRun.Run(SimulationPlans.ThreeClusters(scenario: $"rule: {rule}\ntax-percent: 5"), threads: 2);

        foreach (ClusterOutcome cluster in outcome.Clusters)
        {
            Assert.IsEmpty(cluster.Conservation.Violations);
            Assert.IsGreaterThan(96 * 10, cluster.Conservation.Checks);
            Assert.AreEqual(-cluster.OperatorMicros, cluster.HomesMicros);
        }
    }

    [TestMethod]
    public void ClustersTradeWhatIsLeft()
    {
        SimulationOutcome outcome = SimulationRun.Run(SimulationPlans.UnlikeClusters(), threads: 2);
        ClusterOutcome sunny = outcome.Clusters[0], shady = outcome.Clusters[1];

        Assert.IsTrue(outcome.IsConserved);
        Assert.IsGreaterThan(5_000_000, shady.Slots.Sum(slot => slot.UpperBoughtMilliwattHours));
        Assert.AreEqual(sunny.Slots.Sum(slot => slot.UpperSoldMilliwattHours), shady.Slots.Sum(slot => slot.UpperBoughtMilliwattHours));
        Assert.AreEqual(sunny.Slots.Sum(slot => slot.UpperReceivedMicros), shady.Slots.Sum(slot => slot.UpperPaidMicros));
        Assert.IsGreaterThan(0, shady.GainMicros);
    }

    [TestMethod]
    public void IslandDrawsOnItsReserveAndLacksTheRest()
    {
        SimulationOutcome island = SimulationRun.Run(SimulationPlans.Of("tax-percent: 20\nclusters: [ { islanded: true, homes: [ { count: 12 }, { pv-kw: 1 } ] } ]"));
        IReadOnlyList<SlotFigures> slots = island.Clusters[0].Slots;
        long load = slots.Sum(slot => slot.LoadMilliwattHours), reserve = slots.Sum(slot => slot.ReserveMilliwattHours);

        Assert.IsTrue(island.IsConserved);
        Assert.AreEqual(load * 0.2 / 2, reserve, load * 0.01, "eq (11): tau / m of the daily demand");
        Assert.IsGreaterThan(load / 2, slots.Sum(slot => slot.Metrics!.UnservedMilliwattHours));
    }

    [TestMethod]
    public void LoadIsCutWhereTheCentralPriceIsBelowTheCheapestCost()
    {
        SimulationOutcome cheap = SimulationRun.Run(SimulationPlans.Of("tariff: { retail: 0.05 }\nclusters: [ { homes: [ { count: 5, interruptible-percent: 40 }, { pv-kw: 1, cost: 0.1, interruptible-percent: 40 } ] } ]"));
        IReadOnlyList<SlotFigures> slots = cheap.Clusters[0].Slots;
        long cut = slots.Sum(slot => slot.CutMilliwattHours), load = slots.Sum(slot => slot.LoadMilliwattHours);

        Assert.IsTrue(cheap.IsConserved);
        Assert.IsTrue(slots.All(slot => slot.IsDemandCut));
        Assert.AreEqual((cut + load) * 0.4, cut, (cut + load) * 0.001);
    }

    [TestMethod]
    [DataRow(300, 0, 0)]
    [DataRow(0, 300, 0)]
    [DataRow(0, 0, 300)]
    [DataRow(100, 100, 100)]
    public void LostDoubledAndLateMessagesLoseNothing(int lose, int twice, int late)
    {
        SimulationPlan plan = SimulationPlans.UnlikeClusters() with { Faults = new MessageFaults(lose, twice, late) };
        SimulationOutcome outcome = SimulationRun.Run(plan, threads: 2), good = SimulationRun.Run(plan with { Faults = null });
        foreach (ClusterOutcome cluster in outcome.Clusters)
        {
            Assert.IsEmpty(cluster.Conservation.Violations);
            Assert.AreEqual(-cluster.OperatorMicros, cluster.HomesMicros);
            Assert.AreEqual(cluster.Messages!.Sent * lose / 1000.0, cluster.Messages.Lost, cluster.Messages.Sent * 0.03);
            Assert.AreEqual(Settled(cluster), cluster.Slots.Sum(slot => slot.ImportMilliwattHours - slot.ExportMilliwattHours), cluster.Slots.Count * 2.0);
        }

        Assert.AreEqual(lose + twice + late > 0 && lose + late == 0, good.Clusters[0].TradedMilliwattHours == outcome.Clusters[0].TradedMilliwattHours);
    }

    private static long Settled(ClusterOutcome cluster) => cluster.Slots.Sum(slot =>
        slot.OperatorSoldMilliwattHours - slot.OperatorBoughtMilliwattHours + slot.UpperBoughtMilliwattHours - slot.UpperSoldMilliwattHours);

    [TestMethod]
    public void MarketTradesAndWithoutOneNobodyDoes()
    {
        SimulationPlan plan = SimulationPlans.ThreeClusters();
        SimulationOutcome market = SimulationRun.Run(plan), none = SimulationRun.Run(plan.WithoutMarket());

        Assert.IsGreaterThan(20_000_000, market.Clusters.Sum(cluster => cluster.TradedMilliwattHours));
        Assert.AreEqual(0, none.Clusters.Sum(cluster => cluster.TradedMilliwattHours));
        Assert.AreEqual(0, none.Clusters.Sum(cluster => cluster.GainMicros));
        Assert.AreEqual(Load(market), Load(none));
    }

    [TestMethod]
    public void DaysFollowOneAnother()
    {
        SimulationOutcome outcome = SimulationRun.Run(SimulationPlans.ThreeClusters(days: 3));
        int[] slots = outcome.Clusters[1].Slots.Select(slot => slot.Slot).ToArray();

        Assert.HasCount(3 * 96, slots);
        CollectionAssert.AreEqual(Enumerable.Range(slots[0], slots.Length).ToArray(), slots);
        Assert.AreEqual(outcome.StartUtcSeconds, (long)slots[0] * outcome.SlotSeconds);
    }

    private static long Load(SimulationOutcome outcome) => outcome.Clusters.Sum(cluster => cluster.Slots.Sum(slot => slot.LoadMilliwattHours));

    private static string Text(object value) => JsonSerializer.Serialize(value);
}
