// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;

namespace Prosumeter.Simulator.Studies.Statistics;

/// <summary>A part of the day, in hours.</summary>
/// <param name="Name">As people read it, for example <c>5:30-7:00</c>.</param>
/// <param name="From">First hour.</param>
/// <param name="To">Last hour, after From.</param>
public sealed record HourSpan(string Name, double From, double To)
{
    /// <summary>Whether the middle of a slot lies in it.</summary>
    public bool Holds(int slot, int slotsPerDay) => (slot + 0.5) * 24 / slotsPerDay is double hour && hour > From && hour < To;

    /// <summary>Mean of one number a slot over the span.</summary>
    public double MeanOf(double[] perSlot) => perSlot.Where((_, slot) => Holds(slot, perSlot.Length)).Average();
}
