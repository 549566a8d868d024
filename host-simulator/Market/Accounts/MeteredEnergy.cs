// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>Energy over the grid connection in a period: the difference of two reports' register values.</summary>
/// <param name="ImportMilliwattHours">Rise of register 1.8.0 in mWh.</param>
/// <param name="ExportMilliwattHours">Rise of register 2.8.0 in mWh.</param>
public readonly record struct MeteredEnergy(long ImportMilliwattHours, long ExportMilliwattHours);
