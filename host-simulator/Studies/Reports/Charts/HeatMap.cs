// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Studies.Reports.Charts;

/// <summary>Numbers of a day as colours: rows over the hours, red above zero, blue below.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Unit">Unit of the numbers.</param>
/// <param name="Rows">A name and one number a slot each.</param>
public sealed record HeatMap(string Title, string Unit, IReadOnlyList<(string Name, double[] Values)> Rows);
