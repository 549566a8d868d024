// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>What became of a home on a virtual board that met faults.</summary>
public sealed record BoardOutcome
{
    /// <summary>The faults of its plan in the order of their begin, with semicolons between.</summary>
    public required string Faults { get; init; }

    /// <summary>Starts of the firmware, the one at installation included.</summary>
    public required int Starts { get; init; }

    /// <summary>Time without supply, or until a restart, in s.</summary>
    public required long OffSeconds { get; init; }

    /// <summary>Time in which the meter heard no market and kept to self-consumption, in s.</summary>
    public required long AloneSeconds { get; init; }

    /// <summary>Bids that came after their gate, or for no slot that was open.</summary>
    public required int BidsLate { get; init; }

    /// <summary>Slot reports that came later than 2 s after their slot.</summary>
    public required int ReportsLate { get; init; }

    /// <summary>Slots of which no report ever came; the next report spans their energy.</summary>
    public required int ReportsMissing { get; init; }

    /// <summary>What flowed while the supply was away, a sensor gave nothing that counts, or no sample was taken; over all five registers, in mWh.</summary>
    public required long NotMeasuredMilliwattHours { get; init; }

    /// <summary>What was measured and lost with the supply before it was in flash, over all five registers, in mWh.</summary>
    public required long NotSavedMilliwattHours { get; init; }

    /// <summary>What a sensor that was frozen showed beyond what flowed, until the firmware found it; negative when it showed less; over all five registers, in mWh.</summary>
    public required long MisreadMilliwattHours { get; init; }

    /// <summary>Energy over the grid connection that the registers showed at the end and no report had brought, in mWh.</summary>
    public long NotReportedMilliwattHours { get; init; }
}
