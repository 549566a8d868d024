// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Market.Elecbay;

/// <summary>The suppliers' decision: both sides have a contract, and the buyer's credit covers the order.</summary>
/// <param name="creditMicrosOfMeter">Credit of each meter under contract, in micro-units.</param>
public sealed class SupplierCheck(IReadOnlyDictionary<int, long> creditMicrosOfMeter)
{
    /// <summary>Decides on an order.</summary>
    /// <returns>The reason of a rejection, or null.</returns>
    public string? Decide(EnergyOrder order)
    {
        System.ArgumentNullException.ThrowIfNull(order);
        if (!creditMicrosOfMeter.ContainsKey(order.Listing.Seller))
        {
            return $"meter {order.Listing.Seller} has no supply contract";
        }

        if (!creditMicrosOfMeter.TryGetValue(order.Buyer, out long credit))
        {
            return $"meter {order.Buyer} has no supply contract";
        }

        long cost = Money.Amount(order.EnergyMilliwattHours, order.Listing.PriceMicrosPerKilowattHour);
        return cost <= credit ? null : $"meter {order.Buyer} has a credit of {credit} micro-units, the order costs {cost}";
    }
}
