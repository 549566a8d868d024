// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Scenarios.DataFiles;
using Prosumeter.Simulator.Scenarios.Fleet;

namespace Prosumeter.Simulator.Scenarios.Demo;

/// <summary>Chooses the homes of a demo: generated ones, or measured ones with the equipment of the kinds in turn.</summary>
internal static class DemoHomes
{
    /// <summary>The demo's cluster.</summary>
    public const string Cluster = "demo";

    private const int RoundingWatts = 100;
    private const ulong MeterStep = 0x9E3779B97F4A7C15;

    /// <summary>The homes in the order of their meters.</summary>
    public static IReadOnlyList<DemoHome> Of(DemoSettings settings, long firstDayUtcSeconds, int costMicrosPerKilowattHour)
    {
        int count = settings.Meters ?? settings.Data?.Homes.Count ?? HomeKind.All.Length;
        return Enumerable.Range(0, count)
            .Select(index => settings.Data is null ? Generated(settings.Seed, index) : Measured(settings.Data, index, firstDayUtcSeconds))
            .Select(home => home with { Meter = home.Meter with { CostMicrosPerKilowattHour = costMicrosPerKilowattHour } })
            .ToList();
    }

    private static DemoHome Generated(int seed, int index)
    {
        MeterSpecification kind = KindOf(index);
        MeterSpecification meter = kind with { Meter = index + 1, Home = Numbered(kind.Home, index / HomeKind.All.Length) };
        return new DemoHome(meter, new SyntheticHomeProfile(((ulong)seed * MeterStep) + (ulong)index, meter.PvPeakWatts));
    }

    private static DemoHome Measured(MeasuredData data, int index, long firstDayUtcSeconds)
    {
        SampleSeries home = data.Homes[index % data.Homes.Count];
        SampleSeries? pv = data.PvPlants.Count > 0 ? data.PvPlants[index % data.PvPlants.Count] : null;
        MeterSpecification kind = KindOf(index);
        int pvPeakWatts = home.Kind == DataKind.LoadAndPv ? RoundedUp(home.MostSecond / 1000) : pv is null ? 0 : kind.PvPeakWatts;
        MeterSpecification meter = kind with
        {
            Meter = index + 1,
            Home = Numbered(home.Name, index / data.Homes.Count),
            PvPeakWatts = pvPeakWatts,
            MostLoadWatts = Math.Max(kind.MostLoadWatts, RoundedUp(home.MostFirst / 1000)),
        };
        return new DemoHome(meter, new SeriesProfile(home, pv, pvPeakWatts, firstDayUtcSeconds));
    }

    private static MeterSpecification KindOf(int index) => HomeKind.All[index % HomeKind.All.Length];

    private static string Numbered(string name, int round) =>
        round == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {round + 1}");

    private static int RoundedUp(long watts) => (int)((watts + RoundingWatts - 1) / RoundingWatts * RoundingWatts);
}
