// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>One way to report, to synchronize and to judge.</summary>
public sealed record DetectionCase
{
    /// <summary>Length of a reporting interval: a divisor of the slot's 15 minutes.</summary>
    public int IntervalMinutes { get; init; } = 15;

    /// <summary>Whether the extra demand comes in the first third of the slot instead of evenly.</summary>
    public bool IsPulse { get; init; }

    /// <summary>Demand a synchronizer adds, fraction of his own.</summary>
    public double ExtraDemand { get; init; } = 0.5;

    /// <summary>Most prosumers who take part; the others stay friendly.</summary>
    public int Colluders { get; init; } = int.MaxValue;

    /// <summary>Part of the days before the test on which they synchronize already.</summary>
    public double Contamination { get; init; }

    /// <summary>Part of the test days on which they synchronize.</summary>
    public double Campaigns { get; init; } = 0.5;

    /// <summary>How the detector finds its baseline.</summary>
    public BaselineRule Baseline { get; init; }

    /// <summary>Reports in a slot.</summary>
    public int ReportsPerSlot => 15 / IntervalMinutes;

    /// <summary>The cases of the study.</summary>
    public static IReadOnlyList<DetectionCase> All { get; } =
    [
        new(), new() { IsPulse = true },
        new() { IntervalMinutes = 5 }, new() { IntervalMinutes = 5, IsPulse = true },
        new() { IntervalMinutes = 1 }, new() { IntervalMinutes = 1, IsPulse = true },
        new() { ExtraDemand = 0.05 }, new() { ExtraDemand = 0.10 }, new() { ExtraDemand = 0.20 }, new() { ExtraDemand = 0.30 },
        new() { IntervalMinutes = 1, IsPulse = true, ExtraDemand = 0.05 },
        new() { IntervalMinutes = 1, IsPulse = true, ExtraDemand = 0.10 },
        new() { IntervalMinutes = 1, IsPulse = true, ExtraDemand = 0.20 },
        new() { Colluders = 1 }, new() { Colluders = 2 }, new() { Colluders = 3 },
        new() { Contamination = 0.5 }, new() { Contamination = 1 },
        new() { Baseline = BaselineRule.Robust },
        new() { Baseline = BaselineRule.Robust, ExtraDemand = 0.05 },
        new() { Baseline = BaselineRule.Robust, Colluders = 2 },
        new() { Baseline = BaselineRule.Robust, Contamination = 0.5 },
        new() { Baseline = BaselineRule.Robust, Contamination = 0.5, ExtraDemand = 0.20 },
        new() { Baseline = BaselineRule.Robust, Contamination = 0.5, Colluders = 2 },
        new() { Baseline = BaselineRule.Robust, Contamination = 1 },
        new() { Baseline = BaselineRule.Robust, Contamination = 1, Campaigns = 1 },
    ];

    /// <summary>How they synchronize and report, as tables and legends show it.</summary>
    public string Manipulation =>
        $"{IntervalMinutes} min {(IsPulse ? "pulse " : string.Empty)}+{100 * ExtraDemand:0} %" + (Colluders == int.MaxValue ? string.Empty : $" by {Colluders}");

    /// <summary>How the baseline is found and how many of its days are campaigns.</summary>
    public string BaselineText =>
        $"{(Baseline == BaselineRule.Robust ? "robust" : "fixed")} " + (Campaigns < 1 ? $"{100 * Contamination:0} %" : "always");

    /// <inheritdoc/>
    public override string ToString() => $"{Manipulation}, {BaselineText}";
}
