// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Workloads.Simulations;

/// <summary>Simulates clusters of a hundred homes with both levels of the market on one core, from building the homes to the results.</summary>
public sealed class SimulationWorkload : IWorkload
{
    private const double MillisecondsPerHomeDay = 1;
    private readonly SimulationPlan _plan;

    /// <summary>All days of a plan.</summary>
    public SimulationWorkload(SimulationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        Name = plan.Days == 1 ? $"simulate a day of {plan.Homes} homes" : $"simulate {plan.Days} days of {plan.Homes} homes";
        Limit = new Limit(CpuMilliseconds: HomeDays * MillisecondsPerHomeDay);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Limit Limit { get; }

    /// <summary>Number of homes.</summary>
    public int Homes => _plan.Homes;

    /// <summary>Homes times days.</summary>
    public int HomeDays => _plan.Homes * _plan.Days;

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
