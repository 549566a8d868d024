// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>What a meter's registers showed at the end of a slot.</summary>
internal readonly record struct RegisterReading(int Slot, long ImportMilliwattHours, long ExportMilliwattHours)
{
    /// <summary>Whether this is the reading of the next slot, by registers that only count up.</summary>
    public bool Follows(RegisterReading before) =>
        Slot == before.Slot + 1 && ImportMilliwattHours >= before.ImportMilliwattHours && ExportMilliwattHours >= before.ExportMilliwattHours;

    /// <summary>Import less export since an earlier reading, mWh.</summary>
    public long NetImportSince(RegisterReading before) =>
        ImportMilliwattHours - before.ImportMilliwattHours - (ExportMilliwattHours - before.ExportMilliwattHours);
}
