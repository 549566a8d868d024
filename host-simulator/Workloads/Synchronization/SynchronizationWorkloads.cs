// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Simulator.Workloads.Synchronization;

/// <summary>What is promised of the microgrid's speed.</summary>
public static class SynchronizationWorkloads
{
    /// <summary>Agent-steps a second and core that are promised at <see cref="PromisedAt"/> agents.</summary>
    public const double PromisedStepsPerSecond = 60e6;

    /// <summary>The size for which a speed is promised.</summary>
    public const int PromisedAt = 100_000;

    // Runs of about a million agent-steps or more, so that each takes tens of milliseconds.
    private const int AgentDays = 50_000;

    /// <summary>Sizes of the curve.</summary>
    public static IReadOnlyList<int> Agents { get; } = [25, 100, 1_000, 10_000, 100_000, 1_000_000];

    /// <summary>The curve, on one thread.</summary>
    public static IEnumerable<TrainingWorkload> Curve() => Agents.Select(Of);

    /// <summary>One size of the curve.</summary>
    public static TrainingWorkload Of(int agents)
    {
        int days = Math.Max(1, AgentDays / agents);
        double steps = (double)agents * days * Readings.C0.SlotsPerDay;
        return new TrainingWorkload(agents, days, limit: agents == PromisedAt ? new Limit(CpuMilliseconds: 1000 * steps / PromisedStepsPerSecond) : null);
    }
}
