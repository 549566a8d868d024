// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Synchronization;

namespace Prosumeter.Simulator.Workloads.Synchronization;

/// <summary>The run of Saukh, Papst, Saukh (2018), from the first home to the learned tables: 5 prosumers, 20 consumers, 520 days, on one thread.</summary>
public sealed class PaperWorkload : IWorkload
{
    private const ulong Seed = 1;

    private readonly Experiment _experiment = new(Readings.C0);

    /// <inheritdoc/>
    public string Name => "the paper's run: 25 agents, 520 days";

    /// <inheritdoc/>
    public Limit Limit { get; } = new(CpuMilliseconds: 40);

    /// <summary>What the last run learned.</summary>
    public PolicyTable? Learned { get; private set; }

    /// <inheritdoc/>
    public void Run() =>
        Learned = _experiment.Learn(Seed, _experiment.Homes(Seed), (reading, prosumers) => new FixedQValues(reading, prosumers)).Greedy();
}
