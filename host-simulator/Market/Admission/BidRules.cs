// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>Who may bid, and what for, besides what the book of a slot asks of every bid.</summary>
/// <param name="Meters">The meters that are known; null when a meter is known by its birth, or all are.</param>
/// <param name="NeedsBirth">Whether a meter that is on no list must have said its birth.</param>
/// <param name="CostMicrosPerKilowattHour">What a kWh costs in this cluster, Q: the lowest price of a sale, in micro-units per kWh.</param>
public sealed record BidRules(MeterList? Meters = null, bool NeedsBirth = false, int CostMicrosPerKilowattHour = 0)
{
    /// <summary>Whether a meter may become known by its birth.</summary>
    internal bool Admits(int meter) => Meters is null || Meters.Find(meter) is not null;

    /// <summary>Whether a meter is known.</summary>
    /// <param name="meter">The meter.</param>
    /// <param name="account">Its account, or null when it has none.</param>
    internal bool Knows(int meter, MeterAccount? account) => Meters is not null ? Admits(meter) : !NeedsBirth || account?.BootCount is not null;

    /// <summary>Judges a bid.</summary>
    /// <param name="bid">The bid.</param>
    /// <param name="account">The account of its meter, or null when it has none.</param>
    internal RefusalReason Judge(Bid bid, MeterAccount? account)
    {
        if (!Knows(bid.Meter, account))
        {
            return RefusalReason.UnknownMeter;
        }

        ListedMeter? listed = Meters?.Find(bid.Meter);
        if (bid.Side == TradeSide.Sell && bid.PriceMicrosPerKilowattHour < (listed?.CostMicrosPerKilowattHour ?? CostMicrosPerKilowattHour))
        {
            return RefusalReason.BelowCost;
        }

        // A purchase may be more than the storage holds: it serves the load too. Without storage a sale is generation, which has no such bound.
        long storage = listed?.StorageMilliwattHours ?? account?.StorageCapacityMilliwattHours ?? 0;
        return bid.Side == TradeSide.Sell && storage > 0 && bid.EnergyMilliwattHours > storage ? RefusalReason.ExceedsStorage : RefusalReason.Taken;
    }
}
