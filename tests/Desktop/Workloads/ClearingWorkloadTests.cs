// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Workloads;
using Prosumeter.Simulator.Workloads.Clearing;

namespace Prosumeter.Tests.Workloads;

[TestClass]
public sealed class ClearingWorkloadTests
{
    public static IEnumerable<object[]> Rules => ClearingWorkloads.Rules.Select(rule => new object[] { rule });

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void ClearingAllocatesNothingOnceItsMemoryIsThere(string rule)
    {
        ClearingWorkload workload = ClearingWorkloads.Of(rule, 10_000);
        workload.Run();

        long before = GC.GetAllocatedBytesForCurrentThread();
        workload.Run();

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    [DynamicData(nameof(Rules))]
    public void SlotHasTradeAndUntradedOffersOnBothSides(string rule)
    {
        ClearingWorkload workload = ClearingWorkloads.Of(rule, 1000);

        workload.Run();

        Assert.AreEqual(1000, workload.Outcome.Asks.Count + workload.Outcome.Bids.Count);
        Assert.IsGreaterThan(100_000_000, workload.Outcome.Asks.EnergyMilliwattHours);
        Assert.AreEqual(0, workload.Outcome.Asks[workload.Outcome.Asks.Count - 1].EnergyMilliwattHours);
        Assert.AreEqual(0, workload.Outcome.Bids[workload.Outcome.Bids.Count - 1].EnergyMilliwattHours);
    }

    [TestMethod]
    public void PromisesAreOneTenthOfAMicrosecondForEachBid()
    {
        CollectionAssert.AreEqual(
            new[] { new Limit(null, 0.1, 0), new Limit(null, 1, 0), new Limit(null, 10, 0) },
            ClearingWorkloads.All().Take(3).Select(workload => workload.Limit).ToArray());
    }
}
