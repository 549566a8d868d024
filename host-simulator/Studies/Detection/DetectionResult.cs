// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>One case over all seeds that had slots with and without synchronization.</summary>
public sealed class DetectionResult
{
    private DetectionResult(DetectionCase detectionCase, IReadOnlyList<DetectionTrial> trials)
    {
        Case = detectionCase;
        Slots = new RocSummary([.. trials.Select(t => t.Slots)]);
        SingleMeters = new RocSummary([.. trials.Select(t => t.SingleMeters)]);
        RocCurve[] inWindows = [.. trials.Where(t => t.HasPauses).Select(t => t.SlotsInWindows)];
        SlotsInWindows = inWindows.Length == 0 ? null : new RocSummary(inWindows);
        FalseAlarms = Estimate.Of(trials.Select(t => t.FalseAlarms));
        Found = Estimate.Of(trials.Select(t => t.Found));
    }

    /// <summary>The case.</summary>
    public DetectionCase Case { get; }

    /// <summary>Slots with synchronization against all without.</summary>
    public RocSummary Slots { get; }

    /// <summary>Meters that synchronize against meters that do not.</summary>
    public RocSummary SingleMeters { get; }

    /// <summary>Slots with synchronization against friendly ones at the same times of day; null when the campaign never paused.</summary>
    public RocSummary? SlotsInWindows { get; }

    /// <summary>Part of slots without synchronization that raised an alert.</summary>
    public Estimate FalseAlarms { get; }

    /// <summary>Part of slots with synchronization that raised an alert.</summary>
    public Estimate Found { get; }

    /// <summary>Summarizes the trials; null when none had slots of both kinds.</summary>
    public static DetectionResult? Of(DetectionCase detectionCase, IEnumerable<DetectionTrial> trials)
    {
        DetectionTrial[] usable = [.. trials.Where(t => t.CanBeJudged)];
        return usable.Length == 0 ? null : new DetectionResult(detectionCase, usable);
    }
}
