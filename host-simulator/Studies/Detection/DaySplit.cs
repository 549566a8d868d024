// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>
/// Whether the days in memory are of two kinds in one part of the day. A campaign lifts many windows of many meters on the same days, so the
/// sum of all deviations falls into two heaps, although no single meter's does. Which days were campaigns is never told.
/// </summary>
internal static class DaySplit
{
    // Means of the heaps apart by so many standard deviations inside a heap. The best split of 28 to 56 normal numbers comes to 2.7, rarely to 3.5.
    private const double ClearSeparation = 4;
    private const int FewestDays = 2;
    private const int Refinements = 2;

    /// <summary>Says of each day whether it is of the kind with less import; null when all are of one kind.</summary>
    /// <param name="history">The days.</param>
    /// <param name="columns">The windows of this part of the day.</param>
    public static bool[]? Of(MeterHistory history, int[] columns)
    {
        double[][] cells = [.. from meter in Enumerable.Range(0, history.Meters) from column in columns select Standardized(history, meter, column)];
        double[] weights = [.. cells.Select(_ => 1.0)];
        if (Split(Sums(cells, weights, history.Days), ClearSeparation) is not bool[] isLess)
        {
            return null;
        }

        // Windows in which the heaps differ most say best which day belongs where.
        for (int i = 0; i < Refinements; i++)
        {
            weights = [.. cells.Select(cell => Math.Max(0, Difference(cell, isLess)))];
            isLess = Split(Sums(cells, weights, history.Days), ClearSeparation) ?? isLess;
        }

        return isLess;
    }

    // A missing value says nothing either way: no deviation.
    private static double[] Standardized(MeterHistory history, int meter, int column)
    {
        double[] values = [.. Enumerable.Range(0, history.Days).Select(day => history[day, meter, column])];
        Sample sample = default;
        foreach (double value in values.Where(v => !double.IsNaN(v)))
        {
            sample.Add(value);
        }

        double sd = Math.Sqrt(sample.Squares / Math.Max(1, sample.Count - 1));
        return [.. values.Select(v => double.IsNaN(v) || sd == 0 ? 0 : (v - sample.Mean) / sd)];
    }

    private static double[] Sums(double[][] cells, double[] weights, int days)
    {
        double[] sums = new double[days];
        for (int i = 0; i < cells.Length; i++)
        {
            for (int day = 0; day < days; day++)
            {
                sums[day] += weights[i] * cells[i][day];
            }
        }

        return sums;
    }

    private static double Difference(double[] cell, bool[] isLess)
    {
        double less = cell.Where((_, day) => isLess[day]).Average();
        return cell.Where((_, day) => !isLess[day]).Average() - less;
    }

    // The cut that leaves the least variance inside the heaps: two means in one dimension, exactly.
    private static bool[]? Split(double[] sums, double clear)
    {
        double[] rising = [.. sums.Order()];
        double best = 0, limit = double.NaN;
        for (int count = FewestDays; count <= rising.Length - FewestDays; count++)
        {
            if (Separation(rising, count) is double separation && separation > best)
            {
                (best, limit) = (separation, (rising[count - 1] + rising[count]) / 2);
            }
        }

        return best < clear ? null : [.. sums.Select(sum => sum < limit)];
    }

    private static double Separation(double[] rising, int count)
    {
        Sample less = default, more = default;
        for (int i = 0; i < rising.Length; i++)
        {
            if (i < count)
            {
                less.Add(rising[i]);
            }
            else
            {
                more.Add(rising[i]);
            }
        }

        double within = (less.Squares + more.Squares) / (rising.Length - 2);
        return within == 0 ? 0 : (more.Mean - less.Mean) / Math.Sqrt(within);
    }
}
