// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Workloads.Simulations;

namespace Prosumeter.Tests.Workloads;

/// <summary>What is measured is a simulation that trades, of as many homes as it says.</summary>
[TestClass]
public sealed class SimulationWorkloadTests
{
    [TestMethod]
    public void DayIsSimulated()
    {
        SimulationWorkload workload = SimulationWorkloads.Of(300);
        workload.Run();

        Assert.AreEqual("simulate 3 days of 300 homes", workload.Name);
        Assert.AreEqual(300, workload.Outcome!.Clusters.Sum(cluster => cluster.Homes.Count));
        Assert.HasCount(3 * 96, workload.Outcome.Clusters[2].Slots);
        Assert.IsTrue(workload.Outcome.IsConserved);
        Assert.IsTrue(workload.Outcome.Clusters.All(cluster => cluster.TradedMilliwattHours > 1_000_000));
        Assert.IsGreaterThan(0, workload.Outcome.Clusters.Sum(cluster => cluster.Slots.Sum(slot => slot.UpperBoughtMilliwattHours)));
    }

    [TestMethod]
    public void PromisedNumbersAreMeasured() =>
        CollectionAssert.AreEqual(new[] { 100, 1_000, 10_000, 100_000 }, SimulationWorkloads.UpTo(100_000).Select(workload => workload.Homes).ToArray());
}
