// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Scenarios.Soak;

/// <summary>How long after faults of one kind the board was on air again; docs/reliability.md says from when it counts.</summary>
/// <param name="Fault">Name of the fault, or "all".</param>
/// <param name="Count">How often the link had to be opened anew.</param>
/// <param name="MedianMilliseconds">The median in ms.</param>
/// <param name="WorstMilliseconds">The longest in ms.</param>
public sealed record SoakRecovery(string Fault, int Count, long MedianMilliseconds, long WorstMilliseconds)
{
    /// <summary>Whether the board was back in the time that is promised after each fault; the median is promised of all together.</summary>
    public bool Holds => WorstMilliseconds <= SoakResult.MostRecoveryMilliseconds;

    internal static SoakRecovery Of(string fault, IEnumerable<long> milliseconds)
    {
        long[] sorted = milliseconds.Order().ToArray();
        return sorted.Length == 0 ? new SoakRecovery(fault, 0, 0, 0) : new SoakRecovery(fault, sorted.Length, sorted[sorted.Length / 2], sorted[^1]);
    }
}
