// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Prosumeter.Simulator.Studies.Detection;
using Prosumeter.Simulator.Studies.Synchronization;

namespace Prosumeter.Simulator.Studies.Defences;

/// <summary>Lets prosumers learn under each defence and ranks the defences by what is left of the damage.</summary>
public static class DefenceStudy
{
    /// <summary>Runs the study; the result, best defence first, is the same for any number of threads.</summary>
    public static IReadOnlyList<DefenceResult> Run(DefenceSettings settings, IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        Defence[] defences = [.. Defence.All, .. Reporting(settings, progress, cancellation)];
        progress?.Start("learning under each defence", defences.Length * settings.Seeds * settings.Experiment.SeedDays);
        ReadingResult[] learned = [.. defences.Select(d => ReadingResult.Run(Under(settings, d), settings.Seeds, settings.Threads, () => progress?.Step(), cancellation))];
        progress?.Start("deviations from friendliness", defences.Length * settings.NashSeeds);
        NashResult[][] nash = [.. defences.Select(d => Nash(settings, Under(settings, d), progress, cancellation))];
        return [.. defences.Select((d, i) => new DefenceResult(d, learned[i], nash[i])).OrderBy(r => r.Burden.Mean)];
    }

    private static Experiment Under(DefenceSettings settings, Defence defence) => settings.Experiment with { Reading = defence.Apply(settings.Experiment.Reading) };

    // How much more a detector finds when meters report more often and the extra demand comes in a pulse.
    private static IEnumerable<Defence> Reporting(DefenceSettings settings, IStudyProgress? progress, CancellationToken cancellation)
    {
        if (settings.DetectionSeeds == 0)
        {
            return [];
        }

        DetectionCase[] cases = [.. DetectionCase.All.Where(c => c is { IsPulse: true, ExtraDemand: 0.5, Contamination: 0 })];
        return DetectionStudy.Run(settings.Experiment, cases, settings.DetectionSeeds, testDays: 40, settings.Threads, progress, cancellation).Results
            .Select(r => Defence.Reporting(r.Case.IntervalMinutes, Math.Round(r.SingleMeters.TrueRateAtOnePercent.Mean, 2)));
    }

    private static NashResult[] Nash(DefenceSettings settings, Experiment experiment, IStudyProgress? progress, CancellationToken cancellation)
    {
        NashResult[] results = new NashResult[settings.NashSeeds];
        Parallel.For(0, results.Length, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation }, i =>
        {
            ulong seed = (ulong)i + 1;
            results[i] = new NashTest(experiment.Reading, experiment.Homes(seed), seed, experiment.TrainingDays, settings.NashDays).Test(experiment.AllFriendly());
            progress?.Step();
        });
        return results;
    }
}
