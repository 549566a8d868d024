// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>One slot of the whole cluster.</summary>
public sealed class SlotResult
{
    /// <summary>A slot in which nothing was seen yet.</summary>
    /// <param name="slot">The slot.</param>
    public SlotResult(int slot) => Slot = slot;

    /// <summary>The slot: UTC seconds divided by the slot length.</summary>
    public int Slot { get; }

    /// <summary>Retail price in micro-units per kWh.</summary>
    public int RetailMicrosPerKilowattHour { get; internal set; }

    /// <summary>Feed-in price in micro-units per kWh.</summary>
    public int FeedInMicrosPerKilowattHour { get; internal set; }

    /// <summary>Rise of all import registers in mWh.</summary>
    public long ImportMilliwattHours { get; internal set; }

    /// <summary>Rise of all export registers in mWh.</summary>
    public long ExportMilliwattHours { get; internal set; }

    /// <summary>Energy awarded to sellers in mWh.</summary>
    public long SoldMilliwattHours { get; internal set; }

    /// <summary>Energy awarded to buyers in mWh.</summary>
    public long BoughtMilliwattHours { get; internal set; }

    /// <summary>Money the buyers were told to pay for it, in micro-units.</summary>
    public long PaidMicros { get; internal set; }

    /// <summary>Bids of this slot that were answered with an award.</summary>
    public int Bids { get; internal set; }

    /// <summary>Meters settled with the report of this slot.</summary>
    public int SettledMeters { get; internal set; }
}
