// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>Copies of messages whose originals their home writes anew in every slot.</summary>
internal static class Copies
{
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
