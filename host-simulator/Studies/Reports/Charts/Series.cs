// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Reports.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">As the legend and the hover box show it.</param>
/// <param name="Values">One number for each x; NaN leaves a gap.</param>
public sealed record Series(string Name, double[] Values)
{
    /// <summary>Lower edge of a band around the line.</summary>
    public double[]? Low { get; init; }

    /// <summary>Upper edge of a band around the line.</summary>
    public double[]? High { get; init; }

    /// <summary>Whether the value holds from its x to the next: for prices and powers of slots.</summary>
    public bool IsStep { get; init; }

    /// <summary>Whether the line is dashed: for references.</summary>
    public bool IsDashed { get; init; }
}
