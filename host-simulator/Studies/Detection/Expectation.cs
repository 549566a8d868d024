// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>What a meter shows in one window when nobody synchronizes.</summary>
internal readonly record struct Expectation(double Mean, double Variance, int Days, int Degrees)
{
    // A window counts as one in which a meter synchronizes when its two kinds of days differ by so many standard errors.
    private const double ClearDifference = 3;

    // What all days say about the variance counts as much as so many clean days: two clean days alone say little.
    private const int PriorDegrees = 3;

    // Student's t has no variance below.
    private const int FewestDegrees = 3;

    // No meter is more regular than this part of what it shows, nor than a tenth of a watt-hour.
    private const double LeastRelativeSd = 1e-3;
    private const double LeastSdKwh = 1e-4;

    /// <summary>The expectation of days that are all of one kind.</summary>
    public static Expectation Of(in Sample all) => all.Count < 2 ? default : new(all.Mean, all.Squares / (all.Count - 1), all.Count, all.Count - 1);

    /// <summary>The expectation when days of less import and days of more are known: only the former, unless there is no difference.</summary>
    public static Expectation Of(in Sample less, in Sample more, in Sample all)
    {
        if (less.Count < 2 || more.Count < 2)
        {
            return Of(all);
        }

        double within = (less.Squares + more.Squares) / (less.Count + more.Count - 2);
        double errorSquared = within * ((1.0 / less.Count) + (1.0 / more.Count));
        double difference = more.Mean - less.Mean;
        if (difference <= 0 || difference * difference <= ClearDifference * ClearDifference * errorSquared)
        {
            return Of(all);
        }

        int degrees = less.Count - 1 + PriorDegrees;
        return new(less.Mean, (less.Squares + (PriorDegrees * within)) / degrees, less.Count, degrees);
    }

    /// <summary>
    /// How unusual a value is, as a score of variance 1; NaN without baseline or value. The value's deviation follows Student's t with the
    /// baseline's degrees of freedom n, whose variance is n / (n - 2).
    /// </summary>
    public double Score(double value)
    {
        if (Degrees < FewestDegrees)
        {
            return double.NaN;
        }

        double sd = Math.Max(Math.Sqrt(Variance), Math.Max(LeastSdKwh, LeastRelativeSd * Math.Abs(Mean)));
        double t = (value - Mean) / (sd * Math.Sqrt(1 + (1.0 / Days)));
        return t * Math.Sqrt((Degrees - 2.0) / Degrees);
    }
}
