// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Metering;

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>Slots without a report of their own, because the supply was away or the clock wrong; the energy is in the next report.</summary>
internal static class SlotGaps
{
    private const int Excuses = FaultFlags.Clock | FaultFlags.SamplingGap;

    /// <summary>Whether a report before or behind the gap tells of it.</summary>
    /// <param name="faultsBefore">Faults of the report before.</param>
    /// <param name="faultsBehind">Faults of the report behind.</param>
    public static bool IsTold(int faultsBefore, int faultsBehind) => ((faultsBefore | faultsBehind) & Excuses) != 0;
}
