// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>Energy that one meter sells to another in a slot.</summary>
/// <param name="Seller">Selling meter.</param>
/// <param name="Buyer">Buying meter.</param>
/// <param name="EnergyMilliwattHours">Energy in mWh, 1 or more.</param>
/// <param name="AmountMicros">Money the buyer pays and the seller receives before tax, in micro-units.</param>
public readonly record struct Trade(int Seller, int Buyer, long EnergyMilliwattHours, long AmountMicros);
