// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>Energy at a limit price: the lowest of a sale, the highest of a purchase.</summary>
/// <param name="EnergyMilliwattHours">Energy in mWh, 0 or more.</param>
/// <param name="PriceMicrosPerKilowattHour">Price in micro-units per kWh, 0 or more.</param>
public readonly record struct PricedEnergy(long EnergyMilliwattHours, int PriceMicrosPerKilowattHour);
