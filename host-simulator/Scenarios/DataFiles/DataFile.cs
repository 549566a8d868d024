// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Scenarios.DataFiles;

/// <summary>A data file that was read as a whole.</summary>
/// <param name="Name">Its name as given.</param>
/// <param name="Kind">What its values mean.</param>
/// <param name="Series">One series for each home it names; one otherwise.</param>
/// <param name="NegativeLoadRows">Rows in which grid and PV power add up to a negative load, which was taken as 0.</param>
/// <param name="MissingRows">Rows without a value, which leave a gap.</param>
public sealed record DataFile(string Name, DataKind Kind, IReadOnlyList<SampleSeries> Series, int NegativeLoadRows, int MissingRows);
