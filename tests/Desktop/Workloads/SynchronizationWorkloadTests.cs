// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Synchronization;
using Prosumeter.Simulator.Workloads.Synchronization;

namespace Prosumeter.Tests.Workloads;

[TestClass]
public sealed class SynchronizationWorkloadTests
{
    [TestMethod]
    public void AProsumerTakesAtMost600BytesAndAConsumer64()
    {
        Assert.IsLessThanOrEqualTo(600.0, MicrogridMemory.PerProsumer());
        Assert.IsGreaterThan(576, MicrogridMemory.PerProsumer());
        Assert.IsLessThanOrEqualTo(64.0, MicrogridMemory.PerConsumer());
    }

    [TestMethod]
    public void TheCurveCountsEveryAgentInEverySlot()
    {
        Assert.IsTrue(SynchronizationWorkloads.Curve().All(w => w.AgentSteps == (long)w.Agents * w.Days * 96 && w.Days >= 1));
        TrainingWorkload promised = SynchronizationWorkloads.Curve().Single(w => w.Limit != null);
        Assert.AreEqual(100_000, promised.Agents);
        Assert.AreEqual(60e6, promised.AgentSteps / promised.Limit!.CpuMilliseconds!.Value * 1000, 1);
    }

    [TestMethod]
    public void ThePapersRunLearnsWhatTheStudyLearns()
    {
        PaperWorkload workload = new();
        workload.Run();
        SeedResult studied = SeedResult.Run(new Experiment(new(), EvaluationDays: 1), seed: 1);
        Assert.IsTrue(Enumerable.Range(0, 96 * 5).All(i => workload.Learned![i / 5, i % 5] == studied.Policy[i / 5, i % 5]));
    }
}
