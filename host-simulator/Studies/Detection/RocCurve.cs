// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>
/// Receiver operating characteristic of a score: what each threshold finds and how often it is wrong.
/// Fawcett: <i>An introduction to ROC analysis</i>, Pattern Recognition Letters 27 (2006), algorithms 1 and 2.
/// </summary>
public sealed class RocCurve
{
    private readonly List<(double FalseRate, double TrueRate)> _corners = [(0, 0)];

    /// <summary>The curve of some scores; equal scores are found together.</summary>
    /// <exception cref="ArgumentException">There is none of one kind, or a score is not a number.</exception>
    public RocCurve(IReadOnlyCollection<double> positives, IReadOnlyCollection<double> negatives)
    {
        if (positives.Count == 0 || negatives.Count == 0 || positives.Concat(negatives).Any(double.IsNaN))
        {
            throw new ArgumentException("A ROC curve needs scores of both kinds, and all of them numbers.");
        }

        (double Score, bool IsPositive)[] scores = [.. positives.Select(s => (s, true)), .. negatives.Select(s => (s, false))];
        Array.Sort(scores, (a, b) => b.Score.CompareTo(a.Score));
        Walk(scores, positives.Count, negatives.Count);
    }

    /// <summary>From (0, 0) to (1, 1): one corner for every different score, falling thresholds.</summary>
    public IReadOnlyList<(double FalseRate, double TrueRate)> Corners => _corners;

    /// <summary>Area under the curve: the chance that a positive scores above a negative, ties half; 0.5 is guessing, 1 perfect.</summary>
    public double Area => _corners.Zip(_corners.Skip(1), (a, b) => (b.FalseRate - a.FalseRate) * (a.TrueRate + b.TrueRate) / 2).Sum();

    /// <summary>Part of the positives found by the best threshold whose part of wrongly reported negatives is at most <paramref name="falseRate"/>.</summary>
    public double TrueRateAt(double falseRate) => _corners.Where(c => c.FalseRate <= falseRate).Max(c => c.TrueRate);

    private void Walk((double Score, bool IsPositive)[] falling, int positives, int negatives)
    {
        int hits = 0, misses = 0;
        for (int i = 0; i < falling.Length; i++)
        {
            hits += falling[i].IsPositive ? 1 : 0;
            misses += falling[i].IsPositive ? 0 : 1;
            if (i + 1 == falling.Length || falling[i + 1].Score != falling[i].Score)
            {
                _corners.Add(((double)misses / negatives, (double)hits / positives));
            }
        }
    }
}
