// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Cli.Reports.Html;

/// <summary>A table of the page.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">Its columns; the first is a text.</param>
/// <param name="Rows">Its lines.</param>
/// <param name="Sums">How many of the last lines are sums.</param>
/// <param name="IsOpen">Whether it is seen at once.</param>
internal sealed record PageTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, int Sums, bool IsOpen);
