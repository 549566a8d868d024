// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Scenarios.ScenarioFiles;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Workloads.Simulations;

/// <summary>The simulations that are measured: the clusters of the scenario "two-level", over and over.</summary>
public static class SimulationWorkloads
{
    private const int HomesPerCluster = 100;
    private const int LeastHomeDays = 1000;

    /// <summary>Numbers of homes.</summary>
    public static IReadOnlyList<int> Homes { get; } = [100, 1_000, 10_000, 100_000];

    /// <summary>All numbers of homes up to one.</summary>
    public static IEnumerable<SimulationWorkload> UpTo(int homes) => Homes.Where(number => number <= homes).Select(Of);

    /// <summary>A day of some homes; of less than a thousand so many days that a run is long enough to measure.</summary>
    /// <param name="homes">Number of homes, a multiple of 100.</param>
    public static SimulationWorkload Of(int homes)
    {
        const string Name = "two-level";
        ScenarioFile.TryRead(Name, ShippedScenarios.Find(Name)!, new ScenarioOverrides(), out SimulationPlan? plan, out IReadOnlyList<string> errors);
        _ = plan ?? throw new InvalidOperationException(string.Join(' ', errors));
        int days = Math.Max(1, LeastHomeDays / homes);
        return new SimulationWorkload(plan with { Days = days, Clusters = Enumerable.Range(0, homes / HomesPerCluster).Select(index => ClusterOf(plan, index)).ToList() });
    }

    // One of each kind in turn, so that a small number of clusters is a mixture too.
    private static ClusterPlan ClusterOf(SimulationPlan plan, int index) =>
        plan.Clusters[index * 7 % plan.Clusters.Count] with { Name = $"cluster-{index}" };
}
