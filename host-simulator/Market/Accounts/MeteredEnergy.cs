// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.IO;

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

    /// <summary>Whether one of the registers is below its earlier value.</summary>
    public bool IsBelow(MeteredEnergy earlier) =>
        ImportMilliwattHours < earlier.ImportMilliwattHours || ExportMilliwattHours < earlier.ExportMilliwattHours;

    /// <summary>Writes it.</summary>
    internal void Save(BinaryWriter writer)
    {
        writer.Write(ImportMilliwattHours);
        writer.Write(ExportMilliwattHours);
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    internal static MeteredEnergy Load(BinaryReader reader) => new(reader.ReadInt64(), reader.ReadInt64());
}
