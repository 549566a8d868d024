// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Cli.Reports.Simulations;

/// <summary>What a line of the table of virtual boards shows.</summary>
/// <param name="Home">Cluster, meter and name of the home, the first two as <c>--fault</c> takes them.</param>
/// <param name="Board">What became of it.</param>
internal sealed record BoardRow(string Home, BoardOutcome Board)
{
    public string OffMinutes => Minutes(Board.OffSeconds);

    public string AloneMinutes => Minutes(Board.AloneSeconds);

    /// <summary>Names of the faults, each once, with how often.</summary>
    public string Faults => string.Join(", ", Board.Faults
        .Split("; ")
        .Select(fault => fault.Split('@', '=')[0])
        .CountBy(name => name)
        .Select(kind => kind.Value == 1 ? kind.Key : string.Create(CultureInfo.InvariantCulture, $"{kind.Value} {kind.Key}")));

    /// <summary>The homes on boards.</summary>
    public static IReadOnlyList<BoardRow> Of(SimulationOutcome outcome) =>
    [
        .. from cluster in outcome.Clusters
           from home in cluster.Homes
           where home.Board is not null
           select new BoardRow(string.Create(CultureInfo.InvariantCulture, $"{cluster.Cluster}/{home.Meter} {home.Home}"), home.Board!),
    ];

    private static string Minutes(long seconds) => (seconds / 60.0).ToString("0.0", CultureInfo.InvariantCulture);
}
