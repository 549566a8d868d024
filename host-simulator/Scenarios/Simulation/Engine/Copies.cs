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

    public static Bid Of(Bid bid)
    {
        Bid copy = new();
        Write(bid, copy);
        return copy;
    }

    public static void Write(Bid bid, Bid into)
    {
        into.Meter = bid.Meter;
        into.Slot = bid.Slot;
        into.Sequence = bid.Sequence;
        into.Side = bid.Side;
        into.EnergyMilliwattHours = bid.EnergyMilliwattHours;
        into.PriceMicrosPerKilowattHour = bid.PriceMicrosPerKilowattHour;
    }
}
