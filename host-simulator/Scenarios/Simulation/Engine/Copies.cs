// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>Copies of messages whose originals their home writes anew in every slot.</summary>
internal static class Copies
{
    /// <summary>How long the live market waits for reports that are missing before this one.</summary>
    private const long PatienceSeconds = 120;

    public static HeldReport Of(SlotReport report, long heardUtcSeconds) => new(
        report.Slot, report.Sequence, new MeteredEnergy(report.ImportMilliwattHours, report.ExportMilliwattHours), heardUtcSeconds + PatienceSeconds);

    public static Bid Of(Bid bid) => new()
    {
        Meter = bid.Meter,
        Slot = bid.Slot,
        Sequence = bid.Sequence,
        Side = bid.Side,
        EnergyMilliwattHours = bid.EnergyMilliwattHours,
        PriceMicrosPerKilowattHour = bid.PriceMicrosPerKilowattHour,
    };
}
