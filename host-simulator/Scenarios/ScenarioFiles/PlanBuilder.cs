// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.DataFiles;
using Prosumeter.Simulator.Scenarios.Demo;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>Makes the plan of a scenario: names and numbers the homes, draws their equipment, and gives each a course of load and generation.</summary>
internal sealed class PlanBuilder
{
    // Odd numbers near 2^64 divided by the golden ratio and by its square: seeds that differ in one bit give unlike streams.
    private const ulong SeedStep = 0x9E3779B97F4A7C15;
    private const ulong EquipmentStep = 0xD1B54A32D192ED03;
    private readonly ScenarioFields _scenario;
    private readonly MeasuredData? _data;
    private readonly int _seed;
    private readonly long _startUtcSeconds;
    private readonly ITariff _tariff;
    private ulong _nextHome;
    private int _nextMeasured;

    public PlanBuilder(ScenarioFields scenario, MeasuredData? data, int? seed)
    {
        _scenario = scenario;
        _data = data;
        _seed = seed ?? scenario.Seed;
        _startUtcSeconds = scenario.Start is DateOnly start
            ? new DateTimeOffset(start, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds()
            : SimulatedDay.Of(data);
        _tariff = data?.Tariff(_startUtcSeconds) ?? scenario.Tariff ?? StandardTariff.Create();
    }

    public SimulationPlan Build(int? days) => new(_scenario.Name, _scenario.Clusters.SelectMany(ClustersOf).ToList(), _startUtcSeconds, days ?? _scenario.Days)
    {
        SlotSeconds = _scenario.SlotSeconds,
        GateSeconds = _scenario.GateSeconds,
        Seed = _seed,
        HasUpperLevel = _scenario.HasUpperLevel,
        Description = _scenario.Description,
    };

    private IEnumerable<ClusterPlan> ClustersOf(ClusterFields cluster) => Enumerable.Range(0, cluster.Copies).Select(copy => ClusterOf(cluster, copy));

    private ClusterPlan ClusterOf(ClusterFields cluster, int copy)
    {
        string name = cluster.NameOf(copy);
        string rule = cluster.Elecbay is null ? cluster.Rule ?? _scenario.Rule : ClusterFields.NoRule;
        return new ClusterPlan(name, HomesOf(cluster, copy, name), cluster.Tariff ?? _tariff, rule == ClusterFields.NoRule ? null : () => ClearingRules.Find(rule)!)
        {
            TaxPermille = cluster.TaxPermille ?? _scenario.TaxPermille,
            RealTimePermille = _scenario.RealTimePermille,
            ReserveDivisor = _scenario.ReserveDivisor,
            Elecbay = cluster.Elecbay,
            IsIslanded = cluster.IsIslanded,
        };
    }

    private List<HomePlan> HomesOf(ClusterFields cluster, int copy, string name)
    {
        // A cluster with a seed of its own has the same homes wherever it stands in the file.
        ulong index = cluster.Seed is null ? _nextHome : (ulong)copy << 32;
        int seed = cluster.Seed ?? _seed;
        List<HomePlan> homes = [];
        foreach (HomeFields group in cluster.Homes)
        {
            for (int number = 1; number <= group.Count; number++)
            {
                MeterSpecification identity = new() { Meter = homes.Count + 1, Cluster = name, Home = NameOf(group, number) };
                homes.Add(HomeOf(group, identity, ((ulong)seed * SeedStep) + index++));
            }
        }

        _nextHome = cluster.Seed is null ? index : _nextHome;
        return homes;
    }

    private HomePlan HomeOf(HomeFields group, MeterSpecification identity, ulong homeSeed)
    {
        SplitMix64 random = new(homeSeed ^ EquipmentStep);
        HomePlan home = group.Plan(identity, ref random);
        return _data is null
            ? home with { OpenProfile = () => new SyntheticHomeProfile(homeSeed, home.Meter.PvPeakWatts) }
            : MeasuredHomes.Of(home, _data, _nextMeasured++, _startUtcSeconds);
    }

    private static string NameOf(HomeFields group, int number) =>
        group.Count == 1 ? group.Name : string.Create(CultureInfo.InvariantCulture, $"{group.Name} {number}");
}
