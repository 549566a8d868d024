// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Scenarios.ScenarioFiles;
using Prosumeter.Simulator.Scenarios.Simulation;
using Prosumeter.Tests.Projects;

namespace Prosumeter.Tests.Scenarios.Simulation;

/// <summary>What <c>simulate --fault</c> takes, and what it says of the rest.</summary>
[TestClass]
public sealed class SimulationFaultsTests
{
    private static readonly SimulationPlan s_plan = SimulationPlans.ThreeClusters(days: 2);

    [TestMethod]
    [DataRow("street-2/3/power-cut@12:00", "street-2/3")]
    [DataRow("street-2/1,7,9-10/power-cut@12:00", "street-2/1 street-2/7 street-2/9 street-2/10")]
    [DataRow("3/power-cut@12:00", "street-1/3 street-2/3 street-3/3")]
    [DataRow("*/3/power-cut@12:00", "street-1/3 street-2/3 street-3/3")]
    [DataRow("street-1/*/power-cut@12:00", "street-1/1 street-1/2 street-1/3 street-1/4 street-1/5 street-1/6 street-1/7 street-1/8 street-1/9 street-1/10")]
    [DataRow("street-3/2,2/random=2", "street-3/2")]
    public void NamesHomes(string text, string homes) =>
        Assert.AreEqual(homes, string.Join(' ', SimulationFaults.Apply(s_plan, [text]).Boards.Select(board => $"{board.Cluster}/{board.Meter}")));

    [TestMethod]
    public void WithoutAHomeOneOfEachClusterIsDrawnFromTheSeed()
    {
        SimulationPlan plan = SimulationFaults.Apply(s_plan, ["power-cut@12:00", "random=3"]), other = SimulationFaults.Apply(s_plan with { Seed = 2 }, ["power-cut@12:00"]);

        CollectionAssert.AreEqual(new[] { "street-1", "street-2", "street-3" }, plan.Boards.Select(board => board.Cluster).ToArray());
        Assert.IsTrue(plan.Boards.All(board => board.Faults.Faults.Count == 4));
        Assert.IsTrue(plan.Boards.All(board => s_plan.Clusters[0].Homes[board.Meter - 1].CanSell));
        Assert.HasCount(3, plan.Boards.Select(board => string.Join(' ', board.Faults.Faults)).Distinct().ToArray(), "each home draws its own");
        CollectionAssert.AreNotEqual(plan.Boards.Select(board => board.Meter).ToArray(), other.Boards.Select(board => board.Meter).ToArray());
    }

    [TestMethod]
    public void KindsMixFreely()
    {
        SimulationPlan plan = SimulationFaults.Apply(s_plan, ["lose=5", "street-1/4/wifi-lost@1h+5m", "double=2.5,reorder=1", "street-1/4/i2c-nack=0x41@36h"]);

        Assert.AreEqual(new MessageFaults(50, 25, 10) { Seed = s_plan.Seed }, plan.Faults);
        Assert.AreEqual("wifi-lost@2025-06-21T01:00:00Z+300000ms, i2c-nack=65@2025-06-22T12:00:00Z+30000ms", string.Join(", ", plan.Boards.Single().Faults.Faults));
        Assert.IsNull(plan.WithoutMarket().Faults);
        Assert.IsEmpty(plan.WithoutMarket().Boards);
    }

    [TestMethod]
    [DataRow("lose=101", "lose=101 is refused; allowed: lose=P, double=P and reorder=P")]
    [DataRow("lsoe=5", "for a board [[CLUSTER/]HOMES/]NAME[=NUMBER]@TIME[+LENGTH], as in 3/power-cut@12:00")]
    [DataRow("", " is refused; allowed: lose=P")]
    [DataRow("3/power-cutt@12:00", "'power-cutt@12:00': there is no fault 'power-cutt'; there are wifi-lost, ")]
    [DataRow("3/power-cut", "'power-cut': no time; write power-cut@12:00 or power-cut@90s")]
    [DataRow("power-cut@2d", "'power-cut@2d': begins after the last of 2 days; choose an earlier time, or more --days")]
    [DataRow("avenue/3/power-cut@12:00", "'avenue/3/power-cut@12:00': there is no cluster 'avenue'; there are street-1, street-2, street-3")]
    [DataRow("11/power-cut@12:00", "'11/power-cut@12:00': there is no home 11; homes are numbered 1 to 10")]
    [DataRow("0/power-cut@12:00", "there is no home 0; homes are numbered 1 to 10")]
    [DataRow("8-12/power-cut@12:00", "there is no home 8-12; homes are numbered 1 to 10")]
    [DataRow("7-3/power-cut@12:00", "there is no home 7-3; homes are numbered 1 to 10")]
    [DataRow("street-1/power-cut@12:00", "'street-1' names no homes; write numbers (3), ranges (20-25), lists of both (1,7,20-25), or * for all")]
    [DataRow("1-2-3/power-cut@12:00", "'1-2-3' names no homes")]
    [DataRow("a/b/3/power-cut@12:00", "too many '/'; write [[CLUSTER/]HOMES/]NAME[=NUMBER]@TIME[+LENGTH]")]
    public void RefusesWithTheRemedy(string text, string message) =>
        Assert.Contains(message, Assert.ThrowsExactly<FormatException>(() => SimulationFaults.Apply(s_plan, [text])).Message);

    [TestMethod]
    [DataRow("faults.md", 2)]
    [DataRow("scenarios.md", 4)]
    public void TakesTheExamplesOfTheDocuments(string document, int examples)
    {
        string[] lines = File.ReadAllLines(Path.Combine(RepositoryFolder.Path, "docs", document))
            .Where(line => line.StartsWith("prosumeter simulate ", StringComparison.Ordinal) && line.Contains("--fault", StringComparison.Ordinal))
            .ToArray();
        Assert.HasCount(examples, lines);
        foreach (string[] words in lines.Select(line => line.Split(' ')))
        {
            ScenarioOverrides overrides = new() { Days = 7 };
            Assert.IsTrue(ScenarioFile.TryRead(words[2], ShippedScenarios.Find(words[2])!, overrides, out SimulationPlan? plan, out _));
            string[] texts = words.Zip(words.Skip(1)).Where(pair => pair.First == "--fault").Select(pair => pair.Second).ToArray();
            Assert.IsNotEmpty(SimulationFaults.Apply(plan, texts).Boards);
        }
    }

    [TestMethod]
    public void RefusesHomesBeyondTheSensorsOfABoard()
    {
        SimulationPlan plan = SimulationPlans.Of("clusters: [ { name: park, homes: [ { pv-kw: 500 }, { pv-kw: 5 } ] } ]");

        Assert.Contains("home 1 of park moves up to 503 kW; the sensors of a board end at 100 kW", Assert.ThrowsExactly<FormatException>(() => SimulationFaults.Apply(plan, ["1/power-cut@12:00"])).Message);
        Assert.AreEqual(2, SimulationFaults.Apply(plan, ["power-cut@12:00"]).Boards.Single().Meter);
    }

    [TestMethod]
    public void RefusesMoreBoardsThanAMachineCanRun()
    {
        SimulationPlan plan = SimulationPlans.Of("clusters: [ { homes: [ { count: 1001 } ] } ]");

        Assert.Contains("'*/power-cut@12:00': names 1001 homes; at most 1000", Assert.ThrowsExactly<FormatException>(() => SimulationFaults.Apply(plan, ["*/power-cut@12:00"])).Message);
    }
}
