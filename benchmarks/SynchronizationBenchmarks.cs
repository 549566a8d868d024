// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using Prosumeter.Simulator.Workloads.Synchronization;

namespace Prosumeter.Benchmarks;

/// <summary>Days of learning in microgrids of 25 to 1,000,000 agents.</summary>
[MemoryDiagnoser]
public class SynchronizationBenchmarks
{
    private TrainingWorkload? _workload;

    /// <summary>Prosumers and consumers.</summary>
    [ParamsSource(nameof(AgentCounts))]
    public int Agents { get; set; }

    /// <summary>Sizes of the curve.</summary>
    public static IEnumerable<int> AgentCounts => SynchronizationWorkloads.Agents;

    /// <summary>Builds the microgrid.</summary>
    [GlobalSetup]
    public void SetUp() => _workload = SynchronizationWorkloads.Of(Agents);

    /// <summary>Lets its days pass.</summary>
    [Benchmark]
    public void Learn() => _workload!.Run();
}
