// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Scenarios.DataFiles;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>Gives homes of a scenario measured load and generation.</summary>
internal static class MeasuredHomes
{
    private const int ShortestStepSeconds = 60;
    private const int SecondsPerHour = 3600;
    private const int MilliwattsPerWatt = 1000;

    /// <summary>The home with the n-th measured course, beginning again when there are fewer. Measured PV replaces the installed power of the file.</summary>
    public static HomePlan Of(HomePlan home, MeasuredData data, int index, long startUtcSeconds)
    {
        SampleSeries series = data.Homes[index % data.Homes.Count];
        SampleSeries? pv = data.PvPlants.Count > 0 ? data.PvPlants[index % data.PvPlants.Count] : null;
        int peakWatts = series.Kind == DataKind.LoadAndPv ? WattsOf(series.MostSecond) : pv is null ? 0 : home.Meter.PvPeakWatts;
        SeriesProfile profile = new(series, pv, peakWatts, startUtcSeconds);
        return home with
        {
            Meter = home.Meter with { Home = series.Name, PvPeakWatts = peakWatts, MostLoadWatts = Math.Max(home.Meter.MostLoadWatts, WattsOf(series.MostFirst)) },
            OpenProfile = () => profile,
            ProfileStepSeconds = StepOf(series, pv),
        };
    }

    // A step as long as the rows, when rows lie on its beat; else a minute.
    private static int StepOf(SampleSeries series, SampleSeries? pv)
    {
        long interval = Math.Min(series.IntervalSeconds, pv?.IntervalSeconds ?? long.MaxValue);
        bool fits = interval >= ShortestStepSeconds && interval <= SecondsPerHour && SecondsPerHour % interval == 0;
        return fits && series.FromUtcSeconds % interval == 0 && (pv?.FromUtcSeconds ?? 0) % interval == 0 ? (int)interval : ShortestStepSeconds;
    }

    private static int WattsOf(long milliwatts) => (int)((milliwatts + MilliwattsPerWatt - 1) / MilliwattsPerWatt);
}
