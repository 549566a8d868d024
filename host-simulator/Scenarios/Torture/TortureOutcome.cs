// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Scenarios.Torture;

/// <summary>What one run came to.</summary>
/// <param name="Bytes">Bytes the firmware wrote.</param>
/// <param name="Bound">What one cut may take.</param>
/// <param name="Cuts">Power cuts that happened.</param>
/// <param name="LostMilliwattHours">The most that one cut took from the five registers together, in mWh.</param>
/// <param name="LostMilliseconds">The longest time whose flow one cut took, in ms.</param>
/// <param name="RecoveryMilliseconds">The longest time from supply to the birth message after a cut, in ms.</param>
/// <param name="LostMessages">Bids and slot reports that never arrived.</param>
/// <param name="DoubledMessages">Bids and slot reports that arrived as two different ones.</param>
/// <param name="Events">What happened.</param>
/// <param name="Violations">Everything that must not be.</param>
public sealed record TortureOutcome(
    long Bytes,
    JournalBound Bound,
    int Cuts,
    long LostMilliwattHours,
    long LostMilliseconds,
    long RecoveryMilliseconds,
    int LostMessages,
    int DoubledMessages,
    TortureEvents Events,
    IReadOnlyList<string> Violations);
