// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>One reading over many seeds.</summary>
public sealed class ReadingResult
{
    private ReadingResult(Experiment experiment, IReadOnlyList<SeedResult> seeds) => (Experiment, Seeds) = (experiment, seeds);

    /// <summary>What was run.</summary>
    public Experiment Experiment { get; }

    /// <summary>By seed, in order.</summary>
    public IReadOnlyList<SeedResult> Seeds { get; }

    /// <summary>Runs seeds 1 to <paramref name="seeds"/>; the result is the same for any number of threads.</summary>
    /// <param name="experiment">What to run.</param>
    /// <param name="seeds">How often.</param>
    /// <param name="threads">Seeds at the same time.</param>
    /// <param name="dayDone">Called after each day of each seed.</param>
    /// <param name="cancellation">Stops between days.</param>
    public static ReadingResult Run(Experiment experiment, int seeds, int threads = 1, Action? dayDone = null, CancellationToken cancellation = default)
    {
        SeedResult[] results = new SeedResult[seeds];
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, seeds, options, i =>
        {
            results[i] = SeedResult.Run(experiment, (ulong)i + 1, () =>
            {
                cancellation.ThrowIfCancellationRequested();
                dayDone?.Invoke();
            });
        });
        return new ReadingResult(experiment, results);
    }

    /// <summary>One figure over the seeds.</summary>
    public Estimate Of(Func<SeedResult, double> figure) => Estimate.Of(Seeds.Select(figure));

    /// <summary>Share of prosumers who synchronize in some hours.</summary>
    public Estimate Share(HourSpan hours) => Of(s => hours.MeanOf(s.Share));

    /// <summary>Share of prosumers for whom it is clearly better, in some hours.</summary>
    public Estimate ClearShare(HourSpan hours) => Of(s => hours.MeanOf(s.ClearShare));

    /// <summary>Mean over seeds of one number a slot.</summary>
    public double[] Profile(Func<SeedResult, double[]> perSlot)
    {
        double[] mean = new double[Experiment.Reading.SlotsPerDay];
        foreach (SeedResult seed in Seeds)
        {
            double[] values = perSlot(seed);
            for (int slot = 0; slot < mean.Length; slot++)
            {
                mean[slot] += values[slot] / Seeds.Count;
            }
        }

        return mean;
    }
}
