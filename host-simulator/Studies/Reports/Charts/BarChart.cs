// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Reports.Charts;

/// <summary>Estimates as horizontal bars, each with its 95 % confidence interval.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="XLabel">Quantity and unit.</param>
/// <param name="Bars">From top to bottom.</param>
public sealed record BarChart(string Title, string XLabel, IReadOnlyList<(string Name, Estimate Value)> Bars);
