// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market.Elecbay;

/// <summary>Energy that a seller offers for one period.</summary>
/// <param name="Id">Identifier, unique on the platform.</param>
/// <param name="Seller">Selling meter.</param>
/// <param name="Slot">Period of delivery.</param>
/// <param name="EnergyMilliwattHours">Energy in mWh, 1 or more.</param>
/// <param name="PriceMicrosPerKilowattHour">Price in micro-units per kWh, 0 or more.</param>
public sealed record Listing(long Id, int Seller, int Slot, long EnergyMilliwattHours, int PriceMicrosPerKilowattHour);
