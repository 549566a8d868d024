// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>Energy that the aggregator of one cluster sells to that of another for a slot.</summary>
/// <param name="Seller">Selling cluster.</param>
/// <param name="Buyer">Buying cluster.</param>
/// <param name="EnergyMilliwattHours">Energy in mWh, 1 or more.</param>
/// <param name="PriceMicrosPerKilowattHour">The seller's price in micro-units per kWh.</param>
public readonly record struct ClusterTrade(string Seller, string Buyer, long EnergyMilliwattHours, int PriceMicrosPerKilowattHour)
{
    /// <summary>Money that the buyer pays and the seller receives, in micro-units.</summary>
    public long AmountMicros => Money.Amount(EnergyMilliwattHours, PriceMicrosPerKilowattHour);
}
