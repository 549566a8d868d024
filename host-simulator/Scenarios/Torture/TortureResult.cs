// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>The figures of a proof.</summary>
public sealed class TortureResult
{
    /// <summary>Violations that are kept in words; all are counted.</summary>
    public const int MostDescribed = 20;

    private readonly List<string> _violations = [];

    /// <summary>What was run.</summary>
    public required TortureSettings Settings { get; init; }

    /// <summary>The run without a cut.</summary>
    public required TortureOutcome Reference { get; init; }

    /// <summary>Runs, the one without a cut included.</summary>
    public int Runs { get; private set; }

    /// <summary>Power cuts that happened.</summary>
    public int Cuts { get; private set; }

    /// <summary>The most that one cut took from the five registers together, in mWh.</summary>
    public long WorstLossMilliwattHours { get; private set; }

    /// <summary>The longest time whose flow one cut took, in ms.</summary>
    public long WorstLossMilliseconds { get; private set; }

    /// <summary>The longest time from supply to the birth message, in ms.</summary>
    public long WorstRecoveryMilliseconds { get; private set; }

    /// <summary>Bids and slot reports that never arrived.</summary>
    public int LostMessages { get; private set; }

    /// <summary>Bids and slot reports that arrived as two different ones.</summary>
    public int DoubledMessages { get; private set; }

    /// <summary>Runs with a violation.</summary>
    public int ViolatedRuns { get; private set; }

    /// <summary>The first violations, in words.</summary>
    public IReadOnlyList<string> Violations => _violations;

    /// <summary>Whether nothing was violated, and the script contains all that must be cut.</summary>
    public bool Holds => ViolatedRuns == 0 && Reference.Events.AreComplete;

    internal void Add(TortureOutcome outcome)
    {
        Runs++;
        Cuts += outcome.Cuts;
        WorstLossMilliwattHours = Math.Max(WorstLossMilliwattHours, outcome.LostMilliwattHours);
        WorstLossMilliseconds = Math.Max(WorstLossMilliseconds, outcome.LostMilliseconds);
        WorstRecoveryMilliseconds = Math.Max(WorstRecoveryMilliseconds, outcome.RecoveryMilliseconds);
        LostMessages += outcome.LostMessages;
        DoubledMessages += outcome.DoubledMessages;
        ViolatedRuns += outcome.Violations.Count > 0 ? 1 : 0;
        for (int i = 0; i < outcome.Violations.Count && _violations.Count < MostDescribed; i++)
        {
            _violations.Add(outcome.Violations[i]);
        }
    }
}
