// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>
/// Homes that generate against homes that cannot synchronize, in one slot and without any past: for a campaign that never pauses, where no clean
/// day is left to compare with. A friendly prosumer imports its demand less its generation, so prosumers who live as their neighbours do import
/// no more than these. The statistic is that of two means with the consumers' variance.
/// </summary>
public static class PeerComparison
{
    // Of one consumer nobody can say how much homes differ.
    private const int FewestConsumers = 2;

    /// <summary>By how many standard errors the prosumers' mean import exceeds the consumers' mean; NaN when there are too few of either, or the consumers are all alike.</summary>
    /// <param name="prosumersKwh">Import less export of each home that generates, kWh.</param>
    /// <param name="consumersKwh">Import of each home that does not.</param>
    public static double Score(ReadOnlySpan<double> prosumersKwh, ReadOnlySpan<double> consumersKwh)
    {
        Sample prosumers = Of(prosumersKwh), consumers = Of(consumersKwh);
        if (prosumers.Count == 0 || consumers.Count < FewestConsumers || consumers.Squares == 0)
        {
            return double.NaN;
        }

        double variance = consumers.Squares / (consumers.Count - 1);
        return (prosumers.Mean - consumers.Mean) / Math.Sqrt(variance * ((1.0 / prosumers.Count) + (1.0 / consumers.Count)));
    }

    private static Sample Of(ReadOnlySpan<double> values)
    {
        Sample sample = default;
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                sample.Add(value);
            }
        }

        return sample;
    }
}
