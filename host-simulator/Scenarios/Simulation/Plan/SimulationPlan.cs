// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Market;
using Prosumeter.Trading;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>What is simulated. The same plan gives the same result on every machine and with any number of threads.</summary>
/// <param name="Name">Name of the scenario.</param>
/// <param name="Clusters">The clusters, one or more.</param>
/// <param name="StartUtcSeconds">First midnight, UTC seconds.</param>
/// <param name="Days">Number of days, 1 or more.</param>
public sealed record SimulationPlan(string Name, IReadOnlyList<ClusterPlan> Clusters, long StartUtcSeconds, int Days)
{
    /// <summary>Length of a slot in s.</summary>
    public int SlotSeconds { get; init; } = MarketSlot.DefaultSeconds;

    /// <summary>Bids for a slot close this many seconds before it starts.</summary>
    public int GateSeconds { get; init; } = AggregatorSettings.DefaultGateSeconds;

    /// <summary>Seed of everything that is drawn.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether clusters trade with one another what their own auctions leave over.</summary>
    public bool HasUpperLevel { get; init; }

    /// <summary>What happens to messages on their way; null when they all arrive in time.</summary>
    public MessageFaults? Faults { get; init; }

    /// <summary>The homes that live on virtual boards and meet their faults; none when all live in the engine.</summary>
    public IReadOnlyList<BoardedHome> Boards { get; init; } = [];

    /// <summary>What it is about, for people.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>The first slot that counts.</summary>
    public int FirstSlot => MarketSlot.Of(StartUtcSeconds, SlotSeconds);

    /// <summary>Number of slots.</summary>
    public int Slots => Days * (86_400 / SlotSeconds);

    /// <summary>Number of homes.</summary>
    public int Homes => Clusters.Sum(cluster => cluster.Homes.Count);

    /// <summary>The same homes and tariffs without any market and without faults: everybody deals with the operator.</summary>
    public SimulationPlan WithoutMarket() => this with { Faults = null, Boards = [], Clusters = Clusters.Select(cluster => cluster with { CreateRule = null, Elecbay = null }).ToList() };
}
