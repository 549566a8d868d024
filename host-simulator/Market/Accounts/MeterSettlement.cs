// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>The money of one meter for the period between two of its reports: one slot, or more when a report was lost.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="AfterSlot">Slot of the report before; the period starts at its end.</param>
/// <param name="Slot">Slot of the report; the period ends at its end.</param>
/// <param name="Metered">What the registers rose by.</param>
/// <param name="Position">What was traded for the period.</param>
/// <param name="Imbalance">What was left to the operator.</param>
/// <param name="DeficitMicros">Paid to the operator for the deficit, in micro-units.</param>
/// <param name="SurplusMicros">Received from the operator for the surplus, in micro-units.</param>
public sealed record MeterSettlement(
    int Meter, int AfterSlot, int Slot, MeteredEnergy Metered, Position Position, Imbalance Imbalance, long DeficitMicros, long SurplusMicros)
{
    /// <summary>Money of the period in micro-units, received positive.</summary>
    public long AmountMicros => Position.NetReceivedMicros - Position.PaidMicros + SurplusMicros - DeficitMicros;

    /// <summary>Awarded energy that was exported or imported, in mWh.</summary>
    public long DeliveredMilliwattHours => Position.SoldMilliwattHours + Position.BoughtMilliwattHours - Imbalance.ShortfallMilliwattHours;

    /// <summary>Settles one period at the operator's prices.</summary>
    public static MeterSettlement Of(int meter, int afterSlot, int slot, MeteredEnergy metered, Position position, TariffPrices prices)
    {
        Imbalance imbalance = Imbalance.Of(position, metered);
        long deficit = Money.Amount(imbalance.DeficitMilliwattHours, prices.RetailMicrosPerKilowattHour);
        long surplus = Money.Amount(imbalance.SurplusMilliwattHours, prices.FeedInMicrosPerKilowattHour);
        return new MeterSettlement(meter, afterSlot, slot, metered, position, imbalance, deficit, surplus);
    }
}
