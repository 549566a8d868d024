// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Tests.Scenarios.Simulation;

/// <summary>A home on a virtual board meets each fault for two hours of a day; the market of its cluster loses nothing by it.</summary>
[TestClass]
public sealed class BoardFaultTests
{
    private const int Meter = 5;
    private static readonly SimulationOutcome s_good = SimulationRun.Run(SimulationPlans.OneCluster());

    public static IEnumerable<object[]> Switches => FaultSwitches.All.Select(one => new object[] { TextOf(one) });

    [TestMethod]
    [DynamicData(nameof(Switches))]
    public void EveryFaultConservesEnergyAndMoney(string fault)
    {
        ClusterOutcome cluster = Run(SimulationPlans.OneCluster(), fault);
        BoardOutcome board = cluster.Homes[Meter - 1].Board!;

        Assert.IsEmpty(cluster.Conservation.Violations);
        Assert.AreEqual(-cluster.OperatorMicros, cluster.HomesMicros);
        Assert.AreEqual(0, board.NotReportedMilliwattHours);
        Assert.StartsWith(fault.Split('/')[1].Split('@', '=')[0], board.Faults);
        Assert.HasCount(1, cluster.Homes.Where(home => home.Board is not null).ToArray());
        foreach ((HomeOutcome home, HomeOutcome good) in cluster.Homes.Zip(s_good.Clusters[0].Homes).Where(pair => pair.First.Board is null))
        {
            Assert.AreEqual(good.Metered.GenerationMilliwattHours, home.Metered.GenerationMilliwattHours);
            Assert.AreEqual(good.Metered.ConsumptionMilliwattHours, home.Metered.ConsumptionMilliwattHours, 5);
        }
    }

    [TestMethod]
    [DynamicData(nameof(Switches))]
    public void WithoutAMarketNoOtherHomeNoticesAFault(string fault)
    {
        SimulationPlan plan = SimulationPlans.OneCluster().WithoutMarket();
        ClusterOutcome cluster = Run(plan, fault), good = SimulationRun.Run(plan).Clusters[0];

        Assert.IsEmpty(cluster.Conservation.Violations);
        Assert.AreEqual(Others(good), Others(cluster));
    }

    [TestMethod]
    [DataRow("wifi-lost")]
    [DataRow("broker-down")]
    [DataRow("broker-silent")]
    public void HomeWithoutALinkIsAloneAndReportsLate(string name)
    {
        BoardOutcome board = Run(SimulationPlans.OneCluster(), $"5/{name}@12:00+2h").Homes[Meter - 1].Board!;

        // Alone 30 min after the last price, which came at 11:45.
        Assert.AreEqual(105 * 60, board.AloneSeconds, 30);
        Assert.AreEqual((1, 9, 0), (board.Starts, board.ReportsLate, board.ReportsMissing));
        Assert.IsLessThan(100_000, board.NotMeasuredMilliwattHours);
    }

    [TestMethod]
    [DataRow("power-cut")]
    [DataRow("power-fail=500")]
    [DataRow("flash-cut=50")]
    public void HomeWithoutSupplyMeasuresNothing(string name)
    {
        BoardOutcome board = Run(SimulationPlans.OneCluster(), $"5/{name}@12:01+2h").Homes[Meter - 1].Board!;

        Assert.AreEqual(2, board.Starts);
        Assert.AreEqual(7200, board.OffSeconds, 60);
        Assert.AreEqual((1, 7), (board.ReportsLate, board.ReportsMissing));
        Assert.IsGreaterThan(5_000_000, board.NotMeasuredMilliwattHours);
    }

    [TestMethod]
    [DataRow("i2c-stuck")]
    [DataRow("i2c-nack")]
    [DataRow("sensor-frozen")]
    [DataRow("sensor-saturated")]
    [DataRow("sensor-implausible")]
    public void HomeWithABadSensorStatesWhatIsNotMeasured(string name)
    {
        BoardOutcome board = Run(SimulationPlans.OneCluster(), $"5/{name}@12:00+2h").Homes[Meter - 1].Board!;

        Assert.AreEqual((1, 0, 0), (board.Starts, board.ReportsLate, board.ReportsMissing));
        Assert.IsGreaterThan(5_000_000, board.NotMeasuredMilliwattHours);
    }

    [TestMethod]
    public void HomeOnABoardLivesAsInTheEngineUntilItsFault()
    {
        HomeOutcome board = Run(SimulationPlans.OneCluster(), "5/dns-dead@12:00").Homes[Meter - 1], engine = s_good.Clusters[0].Homes[Meter - 1];

        Assert.AreEqual(engine.Metered.ImportMilliwattHours, board.Metered.ImportMilliwattHours, 300_000);
        Assert.AreEqual(engine.Metered.GenerationMilliwattHours, board.Metered.GenerationMilliwattHours, engine.Metered.GenerationMilliwattHours * 0.01);
        Assert.AreEqual(engine.SoldMilliwattHours, board.SoldMilliwattHours, engine.SoldMilliwattHours * 0.05);
        Assert.IsGreaterThan(10, board.Trades);
    }

    [TestMethod]
    public void MeterThatIsDarkAtTheEndLeavesItsEnergyUnreported()
    {
        ClusterOutcome cluster = Run(SimulationPlans.OneCluster(), "5/broker-down@23:20+1d");
        BoardOutcome board = cluster.Homes[Meter - 1].Board!;

        Assert.IsEmpty(cluster.Conservation.Violations);
        Assert.AreEqual((0, 3), (board.ReportsLate, board.ReportsMissing));
        Assert.IsGreaterThan(10_000, board.NotReportedMilliwattHours);
    }

    [TestMethod]
    public void MeterThatComesBackAfterTheEndHandsInWhatItHas()
    {
        BoardOutcome board = Run(SimulationPlans.OneCluster(), "5/broker-down@23:20+50m").Homes[Meter - 1].Board!;

        Assert.AreEqual((3, 0, 0L), (board.ReportsLate, board.ReportsMissing, board.NotReportedMilliwattHours));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("lose=10,double=10,reorder=10")]
    public void AnyFaultsGiveOneResultWithAnyNumberOfThreads(string messages)
    {
        string[] texts = messages.Length > 0 ? ["random=20", "2,4/random=5", messages] : ["random=20", "2,4/random=5"];
        SimulationPlan plan = SimulationFaults.Apply(SimulationPlans.UnlikeClusters(), texts);
        SimulationOutcome one = SimulationRun.Run(plan, threads: 1);

        Assert.AreEqual(JsonSerializer.Serialize(one), JsonSerializer.Serialize(SimulationRun.Run(plan, threads: 3)));
        Assert.IsTrue(one.IsConserved, string.Join('\n', one.Clusters.SelectMany(cluster => cluster.Conservation.Violations)));
        Assert.IsGreaterThanOrEqualTo(4, one.Clusters.Sum(cluster => cluster.Homes.Count(home => home.Board is not null)));
    }

    [TestMethod]
    public void MarketplaceSettlesWhatABoardReports()
    {
        SimulationPlan plan = SimulationPlans.Of("""
            clusters:
              - elecbay: {}
                homes: [ { name: villa, count: 4, pv-kw: 6, storage-kwh: 10, charge-percent: 90 }, { name: flat, count: 6 } ]
            """);
        ClusterOutcome cluster = Run(plan, "1/broker-down@12:00+2h");

        Assert.IsEmpty(cluster.Conservation.Violations);
        Assert.IsGreaterThan(0, cluster.Elecbay!.Settled);
        Assert.AreEqual(-cluster.OperatorMicros - cluster.Elecbay.PlatformMicros - cluster.Elecbay.SupplierMicros, cluster.HomesMicros);
    }

    private static string TextOf(FaultSwitch one)
    {
        string number = one.Argument is { IsRequired: true } ? "=-3600" : string.Empty;
        return $"{Meter}/{one.Name}{number}@12:00{(one.Lasts ? "+2h" : string.Empty)}";
    }

    private static ClusterOutcome Run(SimulationPlan plan, string fault) => SimulationRun.Run(SimulationFaults.Apply(plan, [fault])).Clusters.Single();

    private static string Others(ClusterOutcome cluster) => JsonSerializer.Serialize(cluster.Homes.Where(home => home.Meter != Meter));
}
