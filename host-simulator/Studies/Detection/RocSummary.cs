// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>ROC curves of several seeds in a few figures.</summary>
public sealed class RocSummary
{
    private const double FewFalse = 0.01;

    /// <summary>Summarizes curves, one a seed.</summary>
    public RocSummary(IReadOnlyCollection<RocCurve> curves)
    {
        Area = Estimate.Of(curves.Select(c => c.Area));
        TrueRateAtOnePercent = Estimate.Of(curves.Select(c => c.TrueRateAt(FewFalse)));
        TrueRates = [.. FalseRates.Select(rate => curves.Average(c => c.TrueRateAt(rate)))];
    }

    /// <summary>The false alarm rates of <see cref="TrueRates"/>: fine where an operator would work, coarse above.</summary>
    public static double[] FalseRates { get; } = [.. Enumerable.Range(0, 50).Select(i => i * 0.002), .. Enumerable.Range(0, 46).Select(i => 0.1 + (i * 0.02))];

    /// <summary>Area under the curve.</summary>
    public Estimate Area { get; }

    /// <summary>Part found at 1 % false alarms.</summary>
    public Estimate TrueRateAtOnePercent { get; }

    /// <summary>Part found at each of <see cref="FalseRates"/>, mean over seeds.</summary>
    public double[] TrueRates { get; }
}
