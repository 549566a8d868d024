// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>A statement of the paper, or about it, against what was measured.</summary>
/// <param name="Id">The claim it belongs to: a to d of the paper, or <c>why</c> for what explains them.</param>
/// <param name="Figure">What is measured.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Value">The measurement.</param>
/// <param name="Least">Lowest mean that agrees; null for none.</param>
/// <param name="Most">Highest mean that agrees; null for none.</param>
public sealed record Claim(string Id, string Figure, string Unit, Estimate Value, double? Least, double? Most)
{
    /// <summary>Whether the mean lies in the band.</summary>
    public bool Holds => (Least is not double least || Value.Mean >= least) && (Most is not double most || Value.Mean <= most);
}
