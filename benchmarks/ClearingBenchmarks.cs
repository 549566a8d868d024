// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using Prosumeter.Simulator.Workloads.Clearing;

namespace Prosumeter.Benchmarks;

/// <summary>Clearing one slot, as in <c>prosumeter bench clearing</c>.</summary>
[MemoryDiagnoser]
public class ClearingBenchmarks
{
    private ClearingWorkload? _workload;
    private SlotClearingWorkload? _slot;

    /// <summary>Bids of the slot.</summary>
    [ParamsSource(nameof(BidCounts))]
    public int Bids { get; set; }

    /// <summary>Name of the auction rule.</summary>
    [ParamsSource(nameof(RuleNames))]
    public string Rule { get; set; } = string.Empty;

    /// <summary>The promised numbers of bids.</summary>
    public static IEnumerable<int> BidCounts => ClearingWorkloads.Bids;

    /// <summary>The promised rules.</summary>
    public static IEnumerable<string> RuleNames => ClearingWorkloads.Rules;

    /// <summary>Makes the offers.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _workload = ClearingWorkloads.Of(Rule, Bids);
        _slot = ClearingWorkloads.SlotOf(Rule, Bids);
    }

    /// <summary>Clears the slot.</summary>
    [Benchmark]
    public void Clear() => _workload!.Run();

    /// <summary>Clears the slot and finds what each meter holds.</summary>
    [Benchmark]
    public void ClearSlot() => _slot!.Run();
}
