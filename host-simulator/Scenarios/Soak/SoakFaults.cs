// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Boards.Faults;

namespace Prosumeter.Simulator.Scenarios.Soak;

/// <summary>The faults of a soak, and what each means for the link.</summary>
internal static class SoakFaults
{
    private const int OutageAfterSeconds = 5_400;
    private const int BreakAfterSeconds = 1;
    private const int BreakMilliseconds = 100;

    /// <summary>The faults of the network and of its library.</summary>
    public static readonly IReadOnlyList<FaultSwitch> Network = FaultSwitches.All.TakeWhile(one => one.Name != "sntp-dead").ToList();

    /// <summary>The faults that take the supply away, and the link with it.</summary>
    public static readonly IReadOnlyList<FaultSwitch> Supply = FaultSwitches.All.SkipWhile(one => one.Name != "power-cut").ToList();

    /// <summary>Faults that leave a link alone that stands, and matter only to a meter that has lost it.</summary>
    private static readonly string[] s_lurking = ["dns-dead", "close-hangs", "connect-hangs"];

    /// <summary>The faults of a soak: one in each part of the time, and the outage, in which no other fault of the broker is drawn: its end would end the outage.</summary>
    public static FaultPlan Of(SoakSettings settings, long startUtcSeconds)
    {
        FaultPlan plan = Draw(settings.Seed, settings.Days * 24 * settings.FaultsAnHour, startUtcSeconds, settings.Days * 86_400L);
        PlannedFault outage = new(FaultSwitches.Find("broker-down")!, null, startUtcSeconds + OutageAfterSeconds, settings.OutageHours * 3_600_000L);
        return settings.OutageHours == 0 ? plan : new FaultPlan([.. plan.Faults.Where(fault => !IsOfBroker(fault) || !Meet(fault, outage)), outage]);
    }

    /// <summary>Draws faults. With each that would leave the link alone the broker is gone for a moment, so that the meter has to close its link and open another one meanwhile.</summary>
    /// <param name="seed">The same seed draws the same faults.</param>
    /// <param name="count">How many, those moments not counted.</param>
    /// <param name="startUtcSeconds">Begin of the time, UTC in seconds.</param>
    /// <param name="lengthSeconds">Length of the time in s.</param>
    /// <param name="switches">What to draw from; null for all.</param>
    public static FaultPlan Draw(int seed, int count, long startUtcSeconds, long lengthSeconds, IReadOnlyList<FaultSwitch>? switches = null)
    {
        FaultPlan plan = FaultPlan.Random(seed, count, startUtcSeconds, lengthSeconds, switches);
        return plan.With(new FaultPlan(plan.Faults.Where(fault => IsLurking(fault.Switch)).Select(BreakIn)));
    }

    /// <summary>Whether it is only one of those moments.</summary>
    public static bool IsBreak(PlannedFault fault) => fault.LengthMilliseconds == BreakMilliseconds;

    /// <summary>Whether a fault leaves a link alone that stands.</summary>
    public static bool IsLurking(FaultSwitch fault) => s_lurking.Contains(fault.Name);

    /// <summary>Whether a meter can be on air while a fault is present.</summary>
    public static bool LetsRecover(FaultSwitch fault) => fault.Name == "close-hangs";

    private static bool IsOfBroker(PlannedFault fault) => fault.Switch.Name.StartsWith("broker-", StringComparison.Ordinal);

    private static bool Meet(PlannedFault one, PlannedFault other) =>
        one.StartUtcMicroseconds < other.EndUtcMicroseconds && other.StartUtcMicroseconds < one.EndUtcMicroseconds;

    private static PlannedFault BreakIn(PlannedFault fault) =>
        new(FaultSwitches.Find("broker-down")!, null, fault.StartUtcSeconds + BreakAfterSeconds, BreakMilliseconds);
}
