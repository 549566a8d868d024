// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>The claims of the paper as figures with bands. The bands belong to the recommended reading, 5 prosumers, 20 consumers and at least 20 seeds.</summary>
public static class Claims
{
    /// <summary>Fewest seeds whose mean is judged.</summary>
    public const int FewestSeeds = 20;

    /// <summary>Whether the bands apply to a study.</summary>
    public static bool CanJudge(StudySettings settings) =>
        settings.Experiment is { Prosumers: 5, Consumers: 20, TrainingDays: >= 520 } && settings.Experiment.Reading == Readings.C0 && settings.Seeds >= FewestSeeds;

    /// <summary>All claims of a study.</summary>
    public static IReadOnlyList<Claim> Of(SynchronizationStudy study) => [.. Learning(study.Learned), .. Equilibrium(study), .. Explanation(study)];

    /// <summary>Claims a to c, which need no deviations.</summary>
    public static IEnumerable<Claim> Learning(ReadingResult learned)
    {
        yield return Share("a", PartsOfDay.Morning, 0.75, 0.95);
        yield return Share("a", PartsOfDay.LateMorning, 0.2, 0.5);
        yield return Share("a", PartsOfDay.Midday, null, 0.06);
        yield return Share("a", PartsOfDay.Evening, 0.7, 0.9);
        yield return new Claim("a", $"share clearly better off synchronizing, {PartsOfDay.Night.Name}", "of prosumers", learned.ClearShare(PartsOfDay.Night), null, 0.06);
        yield return new Claim("b", "profit 6:00-7:30 against profit 7:30-9:00", "%", ProfitRatio(learned), null, 15);
        yield return new Claim("c", "rise of the mean price", "%", learned.Of(s => s.MeanPriceUplift), 10, 16);
        yield return new Claim("c", "rise of the daily peak price", "%", learned.Of(s => s.PeakPriceUplift), 0, null);
        yield return new Claim("c", "rise of the consumers' bill", "%", learned.Of(s => s.ConsumerCostUplift), 10, 17);

        Claim Share(string id, HourSpan part, double? least, double? most) =>
            new(id, $"share that synchronizes, {part.Name}", "of prosumers", learned.Share(part), least, most);
    }

    private static IEnumerable<Claim> Equilibrium(SynchronizationStudy study)
    {
        if (study.FromLearned.Count == 0)
        {
            yield break;
        }

        yield return Gain("d", "best response to the learned profile, mean prosumer", study.FromLearned, n => n.MeanBestResponse, null, 3);
        yield return Gain("d", "best response to the learned profile, prosumer who gains most", study.FromLearned, n => n.WorstBestResponse, null, null);
        yield return Gain("d", "always friendly instead", study.FromLearned, n => n.MeanFriendly, null, -10);
        yield return Gain("d", "always synchronizing instead", study.FromLearned, n => n.MeanSynchronizing, null, -40);
        yield return Gain("d", "best response when all others are friendly", study.FromFriendly, n => n.MeanBestResponse, 10, null);
    }

    private static IEnumerable<Claim> Explanation(SynchronizationStudy study)
    {
        foreach (Ablation ablation in study.Ablations.Take(2))
        {
            yield return new Claim("why", $"largest change of a share without price effect ({ablation.Name})", "of prosumers", Change(study.Learned, ablation.Result), null, 0.05);
        }

        yield return new Claim("why", "rise of the mean price when synchronizers pay", "%", study.Ablations[2].Result.Of(s => s.MeanPriceUplift), null, 4);
        double different = study.Arithmetic.Average(a => 100.0 * a.ClearDifferentSlots / a.Slots);
        yield return new Claim("why", "slots in which floating point would clearly decide otherwise", "%", Of(different), null, 1);
    }

    // The ratio of means, because single seeds have next to no profit in either half; its interval by the jackknife.
    private static Estimate ProfitRatio(ReadingResult learned)
    {
        double[] before = [.. learned.Seeds.Select(s => s.Learned.ProfitIn(PartsOfDay.ProfitBefore))];
        double[] after = [.. learned.Seeds.Select(s => s.Learned.ProfitIn(PartsOfDay.ProfitAfter))];
        double ratio = 100 * before.Sum() / after.Sum();
        double[] without = [.. before.Select((b, i) => 100 * (before.Sum() - b) / (after.Sum() - after[i]))];
        double sd = before.Length < 2 ? 0 : Estimate.Of(without).Sd * (before.Length - 1);
        return new Estimate(ratio, sd, before.Length);
    }

    private static Estimate Change(ReadingResult learned, ReadingResult ablated) =>
        Of(PartsOfDay.All.Max(part => Math.Abs(learned.Share(part).Mean - ablated.Share(part).Mean)));

    private static Claim Gain(string id, string figure, IEnumerable<NashResult> results, Func<NashResult, double> of, double? least, double? most) =>
        new(id, figure, "% of mean sales", Estimate.Of(results.Select(of)), least, most);

    private static Estimate Of(double number) => new(number, 0, 1);
}
