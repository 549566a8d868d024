// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Reports.Charts;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>The study's results as charts.</summary>
internal static class SynchronizationCharts
{
    /// <summary>The paper's figure 2: the test days of one seed.</summary>
    public static IEnumerable<LineChart> TestDays(SynchronizationStudy study)
    {
        Illustration shown = study.Illustration;
        Trace trace = shown.Trace;
        double perHour = study.Settings.Experiment.Reading.SlotsPerDay / 24.0;
        int prosumers = System.Math.Min(2, study.Settings.Experiment.Prosumers);
        double[] hours = [.. Enumerable.Range(0, trace.Rows.Count).Select(i => i / perHour)];
        yield return Days("Demand", "power, kW", [.. Each("dem", "prosumer", perHour), Line("a consumer", [.. shown.ConsumerKwh.Select(e => e * perHour)])]);
        yield return Days("Generation", "power, kW", [.. Each("gen", "prosumer", perHour)]);
        yield return Days("Prices", "money per kWh", [Line("operator", Column("s")), .. Each("ask_before", "ask of prosumer", 1)]);
        yield return Days("Profit of a slot", "money", [.. Enumerable.Range(0, prosumers).Select(p => Line($"prosumer {p + 1}", Profit(p)))]);
        yield return Days("Prosumers who synchronize", "prosumers", [Line("synchronizing", Column("nSync"))]) with { Height = 170 };

        LineChart Days(string title, string unit, IReadOnlyList<Series> lines) =>
            new(title, "hours since the first test day", unit, hours, lines) { XStep = 12, Height = 220 };

        IEnumerable<Series> Each(string column, string name, double factor) =>
            Enumerable.Range(0, prosumers).Select(p => Line($"{name} {p + 1}", [.. Column($"{column}{p}").Select(v => v * factor)]));

        double[] Profit(int p) => [.. Column($"rev{p}").Zip(Column($"cost{p}"), (earned, spent) => earned - spent)];

        double[] Column(string name) => ColumnOf(trace, name);
    }

    /// <summary>The paper's figure 3: the Q-matrix of one prosumer.</summary>
    public static HeatMap QMatrix(SynchronizationStudy study, int prosumer)
    {
        double[] Row(int action) =>
            [.. Enumerable.Range(0, study.Settings.Experiment.Reading.SlotsPerDay).Select(slot => study.Illustration.Values.Value(slot, action, prosumer))];
        return new HeatMap(
            $"Q-matrix of prosumer {prosumer + 1} (seed 1)",
            "money",
            [("friendly", Row(0)), ("sync", Row(1)), ("sync - friendly", [.. Row(1).Zip(Row(0), (sync, friendly) => sync - friendly)])]);
    }

    /// <summary>The advantage of synchronizing of some prosumers, with the margin below which both actions count as equal.</summary>
    public static LineChart Advantages(SynchronizationStudy study)
    {
        SeedResult seed = study.Learned.Seeds[0];
        int shown = System.Math.Min(2, seed.Advantage.Length);
        List<Series> lines = [.. Enumerable.Range(0, shown).Select(p => Day($"prosumer {p + 1}", seed.Advantage[p]))];
        for (int p = 0; p < shown; p++)
        {
            double margin = SeedResult.Margin * seed.Advantage[p].Max();
            lines.Add(Day($"margin of prosumer {p + 1}: 5 % of his largest", [.. seed.Advantage[p].Select(_ => margin)], isDashed: true));
        }

        return new LineChart("Advantage of synchronizing, Q(sync) - Q(friendly), seed 1", "hour of the day", "money", Hours(study), lines)
        {
            XStep = 2,
            YFrom = seed.Advantage.Take(shown).Min(a => a.Min()),
        };
    }

    /// <summary>Who synchronizes when, with and without each cause.</summary>
    public static LineChart Profiles(SynchronizationStudy study)
    {
        List<Series> lines =
        [
            Day("learned", study.Learned.Profile(s => s.Share)),
            Day("learned, clearly better", study.Learned.Profile(s => s.ClearShare), isDashed: true),
            .. study.Ablations.Select(a => Day(a.Name, a.Result.Profile(s => s.Share))),
        ];
        return new LineChart("Share of prosumers that synchronizes, mean over seeds", "hour of the day", "share", Hours(study), lines) { XStep = 2, YTo = 1, Height = 300 };
    }

    /// <summary>The operator's price over the day.</summary>
    public static LineChart Prices(SynchronizationStudy study)
    {
        double[] Price(System.Func<SeedResult, DayStatistics> days) => study.Learned.Profile(s => [.. Enumerable.Range(0, s.Policy.Slots).Select(days(s).PriceAt)]);
        return new LineChart(
            "Operator's price, mean over days and seeds",
            "hour of the day",
            "money per kWh",
            Hours(study),
            [Day("learned", Price(s => s.Learned)), Day("all friendly", Price(s => s.Friendly))])
        { XStep = 2 };
    }

    /// <summary>What a single flip is worth, by slot.</summary>
    public static LineChart Flips(SynchronizationStudy study)
    {
        double[] Gains(IReadOnlyList<NashResult> results) =>
            [.. Enumerable.Range(0, study.Settings.Experiment.Reading.SlotsPerDay).Select(slot => results.Average(n => n.Deviations.Average(d => d.Flips[slot])))];
        double[] learned = Gains(study.FromLearned), friendly = Gains(study.FromFriendly);
        return new LineChart(
            "Gain of one prosumer who does the other thing in one slot, mean over prosumers and seeds",
            "hour of the day",
            "% of mean daily sales",
            Hours(study),
            [Day("against the learned profile", learned), Day("while all others are friendly", friendly)])
        { XStep = 2, YFrom = System.Math.Min(learned.Min(), friendly.Min()) };
    }

    private static double[] Hours(SynchronizationStudy study)
    {
        int slots = study.Settings.Experiment.Reading.SlotsPerDay;
        return [.. Enumerable.Range(0, slots + 1).Select(slot => slot * 24.0 / slots)];
    }

    private static double[] ColumnOf(Trace trace, string name)
    {
        int column = trace.Columns.ToList().IndexOf(name);
        return [.. trace.Rows.Select(row => row[column])];
    }

    private static Series Line(string name, double[] values) => new(name, values) { IsStep = true };

    // A day's last value holds until 24:00.
    private static Series Day(string name, double[] values, bool isDashed = false) => new(name, [.. values, values[^1]]) { IsStep = true, IsDashed = isDashed };
}
