// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Workloads.Simulations;

/// <summary>Simulates one day of clusters of a hundred homes with both levels of the market on one core, from building the homes to the results.</summary>
public sealed class SimulationWorkload : IWorkload
{
    private const double MillisecondsPerHome = 1;
    private readonly SimulationPlan _plan;

    /// <summary>One day of a plan.</summary>
    public SimulationWorkload(SimulationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        Name = $"simulate a day of {plan.Homes} homes";
        Limit = new Limit(CpuMilliseconds: plan.Homes * MillisecondsPerHome);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Limit Limit { get; }

    /// <summary>Number of homes.</summary>
    public int Homes => _plan.Homes;

    /// <summary>What the last run gave; null before the first.</summary>
    public SimulationOutcome? Outcome { get; private set; }

    /// <inheritdoc/>
    public void Run()
    {
        // The outcome of the run before must not stay in memory beside this one.
        Outcome = null;
        Outcome = SimulationRun.Run(_plan, threads: 1);
    }
}
