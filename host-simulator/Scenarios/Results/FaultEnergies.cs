// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>What faults kept out of the registers of a home, or put into them.</summary>
/// <param name="NotMeasured">What flowed while the supply was away, a sensor was excluded by the rules of docs/reliability.md, or no sample was taken.</param>
/// <param name="NotSaved">What was measured and lost with the supply before it was in flash.</param>
/// <param name="Misread">What a frozen converter showed beyond what flowed, until the rule found it; negative when it showed less.</param>
public readonly record struct FaultEnergies(HomeEnergies NotMeasured, HomeEnergies NotSaved, HomeEnergies Misread)
{
    /// <summary>What is missing in the registers.</summary>
    public HomeEnergies Missing => NotMeasured + NotSaved - Misread;

    /// <summary>What came between two moments.</summary>
    public static FaultEnergies operator -(FaultEnergies left, FaultEnergies right) =>
        new(left.NotMeasured - right.NotMeasured, left.NotSaved - right.NotSaved, left.Misread - right.Misread);
}
