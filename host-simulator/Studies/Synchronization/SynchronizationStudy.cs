// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Prosumeter.Simulator.Studies.Learning;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>Everything that is asked about one reading: what is learned, why, whether it is an equilibrium, and whether the arithmetic matters.</summary>
public sealed class SynchronizationStudy
{
    private SynchronizationStudy(StudySettings settings) => Settings = settings;

    /// <summary>How large it was.</summary>
    public StudySettings Settings { get; }

    /// <summary>The reading itself.</summary>
    public ReadingResult Learned { get; private init; } = null!;

    /// <summary>The reading with one cause taken away each.</summary>
    public IReadOnlyList<Ablation> Ablations { get; private init; } = [];

    /// <summary>Deviations from the learned profile, by seed.</summary>
    public IReadOnlyList<NashResult> FromLearned { get; private init; } = [];

    /// <summary>Deviations from the profile in which all are friendly, by seed.</summary>
    public IReadOnlyList<NashResult> FromFriendly { get; private init; } = [];

    /// <summary>Q16.16 against floating point, by seed.</summary>
    public IReadOnlyList<ArithmeticComparison> Arithmetic { get; private init; } = [];

    /// <summary>Seed 1 in detail.</summary>
    public Illustration Illustration { get; private init; } = null!;

    /// <summary>Runs the study; the result is the same for any number of threads.</summary>
    public static SynchronizationStudy Run(StudySettings settings, IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        Experiment experiment = settings.Experiment;
        ReadingResult learned = Read("learning", experiment);
        Ablation[] ablations = [.. Ablation.Of(experiment.Reading).Select(a =>
            new Ablation(a.Name, a.Meaning, Read("ablation: " + a.Name, experiment with { Reading = a.Reading })))];
        ArithmeticComparison[] arithmetic = ForSeeds("floating-point twin", settings.Seeds, 2 * experiment.TrainingDays, (i, dayDone) => ArithmeticComparison.Run(experiment, learned.Seeds[i].Seed, dayDone));
        int nashSeeds = Math.Min(settings.NashSeeds, settings.Seeds);
        NashResult[] fromLearned = ForSeeds("Nash test: learned", nashSeeds, experiment.Prosumers, (i, done) => Nash(settings, learned.Seeds[i].Seed, learned.Seeds[i].Policy, done));
        NashResult[] fromFriendly = ForSeeds("Nash test: friendly", nashSeeds, experiment.Prosumers, (i, done) => Nash(settings, learned.Seeds[i].Seed, experiment.AllFriendly(), done));
        progress?.Start("the test days", experiment.TrainingDays + settings.TestDays);
        return new SynchronizationStudy(settings)
        {
            Learned = learned,
            Ablations = ablations,
            Arithmetic = arithmetic,
            FromLearned = fromLearned,
            FromFriendly = fromFriendly,
            Illustration = Illustration.Run(experiment, seed: 1, settings.TestDays, Step),
        };

        ReadingResult Read(string part, Experiment one)
        {
            progress?.Start(part, settings.Seeds * one.SeedDays);
            return ReadingResult.Run(one, settings.Seeds, settings.Threads, () => progress?.Step(), cancellation);
        }

        void Step()
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Step();
        }

        T[] ForSeeds<T>(string part, int seeds, int steps, Func<int, Action, T> run)
        {
            if (seeds == 0)
            {
                return [];
            }

            progress?.Start(part, seeds * steps);
            T[] results = new T[seeds];
            Parallel.For(0, seeds, new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellation }, i =>
                results[i] = run(i, Step));
            return results;
        }
    }

    private static NashResult Nash(StudySettings settings, ulong seed, PolicyTable profile, Action prosumerDone)
    {
        Experiment experiment = settings.Experiment;
        return new NashTest(experiment.Reading, experiment.Homes(seed), seed, experiment.TrainingDays, settings.NashDays).Test(profile, prosumerDone);
    }
}
