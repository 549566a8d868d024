// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>The parts of the day that the paper speaks of.</summary>
public static class PartsOfDay
{
    /// <summary>0:00 to 5:00.</summary>
    public static readonly HourSpan Night = new("0:00-5:00", 0, 5);

    /// <summary>5:30 to 7:00: synchronization in the paper's figure 3.</summary>
    public static readonly HourSpan Morning = new("5:30-7:00", 5.5, 7);

    /// <summary>7:00 to 9:00.</summary>
    public static readonly HourSpan LateMorning = new("7:00-9:00", 7, 9);

    /// <summary>10:00 to 15:00: panels cover the demand.</summary>
    public static readonly HourSpan Midday = new("10:00-15:00", 10, 15);

    /// <summary>17:00 to 19:00.</summary>
    public static readonly HourSpan Afternoon = new("17:00-19:00", 17, 19);

    /// <summary>19:00 to 21:00: synchronization in the paper's figure 3.</summary>
    public static readonly HourSpan Evening = new("19:00-21:00", 19, 21);

    /// <summary>21:00 to 24:00.</summary>
    public static readonly HourSpan LateEvening = new("21:00-24:00", 21, 24);

    /// <summary>6:00 to 7:30: the half of the morning in which the paper sees hardly any profit.</summary>
    public static readonly HourSpan ProfitBefore = new("6:00-7:30", 6, 7.5);

    /// <summary>7:30 to 9:00: the half that pays for it.</summary>
    public static readonly HourSpan ProfitAfter = new("7:30-9:00", 7.5, 9);

    /// <summary>All parts in which shares are compared.</summary>
    public static IReadOnlyList<HourSpan> All { get; } = [Night, Morning, LateMorning, Midday, Afternoon, Evening, LateEvening];
}
