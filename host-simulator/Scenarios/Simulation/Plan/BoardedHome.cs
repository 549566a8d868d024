// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards.Faults;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>A home of a simulation that lives as a whole firmware on a virtual board, so that it can meet the board's faults.</summary>
/// <param name="Cluster">Name of its cluster.</param>
/// <param name="Meter">Its meter.</param>
/// <param name="Faults">What it meets from the first day on.</param>
public sealed record BoardedHome(string Cluster, int Meter, FaultPlan Faults);
