// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Cli.Reports.Html;

/// <summary>One figure at the head of the page.</summary>
/// <param name="Value">The figure.</param>
/// <param name="Meaning">What it is.</param>
/// <param name="IsGood">True is shown in green, false in red, null in black.</param>
internal sealed record PageTile(string Value, string Meaning, bool? IsGood = null);
