// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Studies.Reports.Charts;

/// <summary>Lines over a common x axis.</summary>
/// <param name="Title">What the chart shows.</param>
/// <param name="XLabel">Quantity and unit of the x axis.</param>
/// <param name="YLabel">Quantity and unit of the y axis.</param>
/// <param name="X">The x values, ascending.</param>
/// <param name="Lines">The lines.</param>
public sealed record LineChart(string Title, string XLabel, string YLabel, double[] X, IReadOnlyList<Series> Lines)
{
    /// <summary>Distance of x ticks; automatic when null.</summary>
    public double? XStep { get; init; }

    /// <summary>Lowest y shown; automatic when null.</summary>
    public double? YFrom { get; init; }

    /// <summary>Highest y shown; automatic when null.</summary>
    public double? YTo { get; init; }

    /// <summary>Height in pixels of a page 760 pixels wide.</summary>
    public int Height { get; init; } = 260;
}
