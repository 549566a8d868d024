// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Simulator.Scenarios.Results;

namespace Prosumeter.Simulator.Scenarios.Soak;

/// <summary>What came out of a soak.</summary>
public sealed record SoakResult
{
    /// <summary>The longest recovery that is allowed, in ms.</summary>
    public const long MostRecoveryMilliseconds = 30_000;

    /// <summary>The longest median of all recoveries that is allowed, in ms.</summary>
    public const long MostMedianMilliseconds = 5_000;

    /// <summary>What was run.</summary>
    public required SoakSettings Settings { get; init; }

    /// <summary>Faults that were switched on.</summary>
    public required int Faults { get; init; }

    /// <summary>Starts of the firmware.</summary>
    public required int Starts { get; init; }

    /// <summary>Slot reports that arrived.</summary>
    public required int Reports { get; init; }

    /// <summary>Bids that arrived.</summary>
    public required int Bids { get; init; }

    /// <summary>Messages that came as history.</summary>
    public required int Replays { get; init; }

    /// <summary>Slot reports and bids that never came.</summary>
    public required int Lost { get; init; }

    /// <summary>Slots reported or bid for twice, and messages that came as two different ones.</summary>
    public required int Doubled { get; init; }

    /// <summary>Messages with a sequence that was used before a power cut while flash refused to be written; a receiver takes them by slot and sequence.</summary>
    public required int Reused { get; init; }

    /// <summary>Slots left out because the supply was away or the clock wrong, each told by a flag in a report beside it.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Readings that the meter made.</summary>
    public required int ReadingsMade { get; init; }

    /// <summary>Readings that arrived.</summary>
    public required int Readings { get; init; }

    /// <summary>Readings that came as history.</summary>
    public required int ReadingReplays { get; init; }

    /// <summary>Readings that gave way to newer ones because the outbox was full. Others that did not arrive were lost with the supply.</summary>
    public required int ReadingsGivenWay { get; init; }

    /// <summary>What flowed in the home, and what of it faults kept out of the registers.</summary>
    public required MeasurementState Energies { get; init; }

    /// <summary>Recoveries after faults of the network and the supply, by kind, and of all together last.</summary>
    public required IReadOnlyList<SoakRecovery> Recoveries { get; init; }

    /// <summary>How late a sample was at most during faults of the network, in ms.</summary>
    public required long WorstLatenessMilliseconds { get; init; }

    /// <summary>Time between two samples in ms: the most that one may be late.</summary>
    public required int SamplingPeriodMilliseconds { get; init; }

    /// <summary>Years until the flash is worn out at the erases that were counted, evenly spread.</summary>
    public required double FlashYears { get; init; }

    /// <summary>What was violated, in words.</summary>
    public required IReadOnlyList<string> Violations { get; init; }

    /// <summary>Whether all that is promised holds.</summary>
    public bool Holds => Violations.Count == 0;
}
