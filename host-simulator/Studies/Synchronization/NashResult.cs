// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>The deviations of every prosumer of one seed. The profile is an epsilon-Nash equilibrium with epsilon the best response.</summary>
public sealed record NashResult(IReadOnlyList<Deviation> Deviations)
{
    /// <summary>Best response, mean over prosumers, per cent of mean daily sales.</summary>
    public double MeanBestResponse => Deviations.Average(d => d.BestResponse);

    /// <summary>Best response of the prosumer who gains most.</summary>
    public double WorstBestResponse => Deviations.Max(d => d.BestResponse);

    /// <summary>Always friendly, mean over prosumers.</summary>
    public double MeanFriendly => Deviations.Average(d => d.Friendly);

    /// <summary>Always synchronizing, mean over prosumers.</summary>
    public double MeanSynchronizing => Deviations.Average(d => d.Synchronizing);

    /// <summary>Share of single flips that pay.</summary>
    public double PayingFlips => Deviations.Average(d => d.PayingFlips);
}
