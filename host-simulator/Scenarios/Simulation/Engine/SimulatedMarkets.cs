// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Market.Clusters;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>The markets of a simulation: one of both levels for all clusters, or one for each cluster. Clusters without a market are in none.</summary>
internal sealed class SimulatedMarkets
{
    private readonly TwoLevelMarket[] _markets;
    private readonly SimulatedCluster[][] _members;

    public SimulatedMarkets(SimulationPlan plan)
    {
        ClusterSettings?[] settings = plan.Clusters.Select(cluster => cluster.MarketSettings).ToArray();
        ClusterSettings[] trading = settings.OfType<ClusterSettings>().ToArray();
        _markets = plan.HasUpperLevel && trading.Length > 0
            ? [new TwoLevelMarket(trading)]
            : trading.Select(cluster => new TwoLevelMarket([cluster])).ToArray();
        Queue<ClusterMarket> markets = new(_markets.SelectMany(market => market.Clusters));
        Clusters = plan.Clusters.Select((cluster, place) => new SimulatedCluster(cluster, place, plan, settings[place] is null ? null : markets.Dequeue())).ToArray();
        Queue<SimulatedCluster> members = new(Clusters.Where(cluster => cluster.HasMarket));
        _members = _markets.Select(market => market.Clusters.Select(_ => members.Dequeue()).ToArray()).ToArray();
    }

    /// <summary>All clusters.</summary>
    public SimulatedCluster[] Clusters { get; }

    /// <summary>Number of markets.</summary>
    public int Count => _markets.Length;

    /// <summary>Clears one market for a slot, and awards.</summary>
    public void Clear(int market, int slot)
    {
        TwoLevelSlot cleared = _markets[market].Clear(slot, _members[market][0].PricesAt(slot));
        foreach ((SimulatedCluster cluster, ClusterSlot own) in _members[market].Zip(cleared.Clusters))
        {
            cluster.Award(own, cleared.Trades);
        }

        long energy = 0, amount = 0;
        foreach (SimulatedCluster cluster in _members[market])
        {
            energy += cluster.Next.UpperSoldMilliwattHours - cluster.Next.UpperBoughtMilliwattHours;
            amount += cluster.Next.UpperReceivedMicros - cluster.Next.UpperPaidMicros;
        }

        _members[market][0].Watch.CheckUpperLevel(slot, energy, amount);
    }
}
