// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Synchronization;

namespace Prosumeter.Simulator.Workloads.Synchronization;

/// <summary>Days of learning in a microgrid of any size, one prosumer to four consumers; a run goes on where the last one ended.</summary>
public sealed class TrainingWorkload : IWorkload
{
    private const ulong Seed = 1;
    private const int AgentsPerProsumer = 5;

    private readonly Lazy<(Network Network, QLearner<FixedQValues> Learner)> _microgrid;
    private int _day;

    /// <summary>A microgrid, built at its first run.</summary>
    /// <param name="agents">Prosumers and consumers, 5 or more.</param>
    /// <param name="days">Days of a run.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="limit">What it must stay within.</param>
    public TrainingWorkload(int agents, int days, int threads = 1, Limit? limit = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(agents, AgentsPerProsumer);
        (Agents, Days, Limit) = (agents, days, limit);
        _microgrid = new(() => Build(agents / AgentsPerProsumer, agents - (agents / AgentsPerProsumer), threads));
    }

    /// <summary>Prosumers and consumers.</summary>
    public int Agents { get; }

    /// <summary>Days of a run.</summary>
    public int Days { get; }

    /// <summary>Agents times slots of a run.</summary>
    public long AgentSteps => (long)Agents * Days * Readings.C0.SlotsPerDay;

    /// <inheritdoc/>
    public string Name => $"{Agents} agents, {Days} days";

    /// <inheritdoc/>
    public Limit? Limit { get; }

    /// <inheritdoc/>
    public void Run()
    {
        _microgrid.Value.Network.Run(_day, Days, _microgrid.Value.Learner);
        _day += Days;
    }

    private static (Network Network, QLearner<FixedQValues> Learner) Build(int prosumers, int consumers, int threads)
    {
        Experiment experiment = new(Readings.C0, prosumers, consumers);
        QLearner<FixedQValues> learner = new(new FixedQValues(experiment.Reading, prosumers), experiment.Reading, prosumers, Seed);
        return (new Network(experiment.Homes(Seed), experiment.Reading, Seed, threads), learner);
    }
}
