// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>One slot judged, with everything an alert must show.</summary>
/// <param name="Day">Day, counted as the caller counts.</param>
/// <param name="Slot">Slot of the day.</param>
/// <param name="Window">0 for the whole slot, 1 to 3 for the third that scored highest.</param>
/// <param name="Score">Sum of the meters' scores over the root of their number (Stouffer); NaN when no meter could be judged.</param>
/// <param name="Threshold">Score above which slots are reported.</param>
/// <param name="Meters">All meters in that window.</param>
public sealed record SlotFinding(int Day, int Slot, int Window, double Score, double Threshold, IReadOnlyList<MeterScore> Meters)
{
    /// <summary>Whether the meters together import more than chance explains.</summary>
    public bool IsAlert => Score > Threshold;
}
