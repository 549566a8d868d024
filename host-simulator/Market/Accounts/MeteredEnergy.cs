// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>Energy over the grid connection: register values, or what they rose by between two reports.</summary>
/// <param name="ImportMilliwattHours">Register 1.8.0 in mWh.</param>
/// <param name="ExportMilliwattHours">Register 2.8.0 in mWh.</param>
public readonly record struct MeteredEnergy(long ImportMilliwattHours, long ExportMilliwattHours)
{
    /// <summary>What the registers rose by between two reports.</summary>
    public static MeteredEnergy operator -(MeteredEnergy later, MeteredEnergy earlier) => new(
        later.ImportMilliwattHours - earlier.ImportMilliwattHours,
        later.ExportMilliwattHours - earlier.ExportMilliwattHours);
}
