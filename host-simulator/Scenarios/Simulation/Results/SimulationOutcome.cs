// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>What came out of a simulation.</summary>
/// <param name="Scenario">Name of the scenario.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Seed">The seed.</param>
/// <param name="StartUtcSeconds">First midnight, UTC seconds.</param>
/// <param name="Days">Number of days.</param>
/// <param name="SlotSeconds">Length of a slot in s.</param>
/// <param name="Clusters">The clusters.</param>
public sealed record SimulationOutcome(
    string Scenario, string Description, int Seed, long StartUtcSeconds, int Days, int SlotSeconds, IReadOnlyList<ClusterOutcome> Clusters)
{
    /// <summary>The same homes without a market; null when that was not asked for.</summary>
    public SimulationOutcome? WithoutMarket { get; init; }

    /// <summary>Whether energy and money were conserved in every slot.</summary>
    public bool IsConserved => Clusters.All(cluster => cluster.Conservation.Failures == 0);
}
