// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Synchronization;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>How well synchronization is seen in meter reports alone, case by case.</summary>
public sealed record DetectionStudy(Experiment Experiment, int Seeds, int TestDays, IReadOnlyList<DetectionResult> Results)
{
    /// <summary>Trains seeds 1 to <paramref name="seeds"/> and tries every case with each; the result is the same for any number of threads.</summary>
    /// <param name="experiment">The network; 15-minute slots only.</param>
    /// <param name="cases">What to try.</param>
    /// <param name="seeds">How often.</param>
    /// <param name="testDays">Days on which the detector is judged.</param>
    /// <param name="threads">Seeds at the same time.</param>
    /// <param name="progress">Is told what is going on.</param>
    /// <param name="cancellation">Stops between seeds.</param>
    /// <exception cref="ArgumentException">The slots are not of 15 minutes.</exception>
    public static DetectionStudy Run(
        Experiment experiment, IReadOnlyList<DetectionCase> cases, int seeds, int testDays, int threads = 1, IStudyProgress? progress = null, CancellationToken cancellation = default)
    {
        if (experiment.Reading.SlotsPerDay != 96)
        {
            throw new ArgumentException("Detection is studied with 96 slots a day; finer reports are cases of it.");
        }

        // What prosumers have learned is all that is needed of the training: a single day of evaluation is the least there is.
        PolicyTable[] policies = ForSeeds("learning", i => SeedResult.Run(experiment with { EvaluationDays = 1 }, Seed(i)).ClearPolicy);
        DetectionTrial[][] trials = ForSeeds("detecting", i =>
            (DetectionTrial[])[.. cases.Select(c => DetectionTrial.Run(c, experiment.Homes(Seed(i)), policies[i], Seed(i), testDays))]);
        return new DetectionStudy(experiment, seeds, testDays, [.. cases.Select((c, k) => DetectionResult.Of(c, trials.Select(t => t[k]))).OfType<DetectionResult>()]);

        static ulong Seed(int index) => (ulong)index + 1;

        T[] ForSeeds<T>(string part, Func<int, T> run)
        {
            progress?.Start(part, seeds);
            T[] results = new T[seeds];
            Parallel.For(0, seeds, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, i =>
            {
                results[i] = run(i);
                progress?.Step();
            });
            return results;
        }
    }
}
