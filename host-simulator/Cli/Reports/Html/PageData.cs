// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Cli.Reports.Html;

/// <summary>What the script of the page draws.</summary>
/// <param name="Times">Starts of the points, UTC seconds.</param>
/// <param name="Series">All clusters together, then each by itself.</param>
/// <param name="Tiles">Figures at the head.</param>
/// <param name="Tables">Tables at the foot.</param>
internal sealed record PageData(IReadOnlyList<long> Times, IReadOnlyList<PageSeries> Series, IReadOnlyList<PageTile> Tiles, IReadOnlyList<PageTable> Tables);
