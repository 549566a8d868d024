// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>Energy that changes hands in a slot. What the buyer pays and the seller does not receive belongs to the operator.</summary>
/// <param name="Seller">Selling meter.</param>
/// <param name="Buyer">Buying meter.</param>
/// <param name="EnergyMilliwattHours">Energy in mWh, 1 or more.</param>
/// <param name="BuyerPaysMicros">Money the buyer pays, in micro-units.</param>
/// <param name="SellerReceivesMicros">Money the seller receives before tax, in micro-units.</param>
public readonly record struct Trade(int Seller, int Buyer, long EnergyMilliwattHours, long BuyerPaysMicros, long SellerReceivesMicros);
