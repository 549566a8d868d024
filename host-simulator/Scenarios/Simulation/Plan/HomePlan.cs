// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Scenarios.Fleet;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>One home of a simulation.</summary>
/// <param name="Meter">Its meter, equipment and owner.</param>
/// <param name="OpenProfile">Gives the course of its load and generation; called once a simulated day, so that a hundred thousand homes need not keep theirs.</param>
public sealed record HomePlan(MeterSpecification Meter, Func<IHomeProfile> OpenProfile)
{
    /// <summary>Load and generation are constant for this long, in s: a divisor of a day.</summary>
    public int ProfileStepSeconds { get; init; } = 60;

    /// <summary>Whether it can ever have something to sell.</summary>
    public bool CanSell => Meter.PvPeakWatts > 0 || Meter.StorageWattHours > 0;
}
