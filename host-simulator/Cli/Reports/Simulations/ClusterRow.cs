// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Cli.Reports.Simulations;

/// <summary>What a line of the table of clusters shows.</summary>
/// <param name="Name">Name of the cluster.</param>
/// <param name="Clusters">The clusters in it.</param>
internal sealed record ClusterRow(string Name, IReadOnlyList<ClusterOutcome> Clusters)
{
    public string Homes => Clusters.Sum(cluster => cluster.Homes.Count).ToString(CultureInfo.InvariantCulture);

    public long HomesMicros => Clusters.Sum(cluster => cluster.HomesMicros);

    public long GainMicros => Clusters.Sum(cluster => cluster.GainMicros);

    public static ClusterRow Of(ClusterOutcome cluster) => new(cluster.Cluster, [cluster]);

    public static ClusterRow Of(string name, IReadOnlyList<ClusterOutcome> clusters) => new(name, clusters);

    public long Sum(Func<SlotFigures, long> figure) => Clusters.Sum(cluster => cluster.Slots.Sum(figure));
}
