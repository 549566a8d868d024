// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Workloads;

/// <summary>The spread of repeated measurements.</summary>
/// <param name="Median">The middle one; of an even number of them the lower of the two in the middle.</param>
/// <param name="Lowest">The lowest.</param>
/// <param name="Highest">The highest.</param>
public sealed record Spread(double Median, double Lowest, double Highest)
{
    /// <summary>The spread of one or more values.</summary>
    public static Spread Of(IEnumerable<double> values)
    {
        double[] sorted = values.Order().ToArray();
        return new Spread(sorted[(sorted.Length - 1) / 2], sorted[0], sorted[^1]);
    }
}
