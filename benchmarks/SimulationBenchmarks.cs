// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using Prosumeter.Simulator.Workloads.Simulations;

namespace Prosumeter.Benchmarks;

/// <summary>One simulated day; <c>prosumeter bench simulate</c> measures the same, up to 100,000 homes.</summary>
[MemoryDiagnoser]
public class SimulationBenchmarks
{
    private SimulationWorkload? _workload;

    /// <summary>Number of homes.</summary>
    [ParamsSource(nameof(HomeCounts))]
    public int Homes { get; set; }

    /// <summary>The numbers that take less than some seconds.</summary>
    public static IEnumerable<int> HomeCounts => SimulationWorkloads.Homes.Where(homes => homes <= 10_000);

    /// <summary>Makes the plan.</summary>
    [GlobalSetup]
    public void SetUp() => _workload = SimulationWorkloads.Of(Homes);

    /// <summary>Simulates the day.</summary>
    [Benchmark]
    public void Simulate() => _workload!.Run();
}
