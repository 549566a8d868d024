// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>The operator's prices at one time.</summary>
/// <param name="RetailMicrosPerKilowattHour">Price at which the operator sells, P_m, in micro-units per kWh.</param>
/// <param name="FeedInMicrosPerKilowattHour">Price at which the operator buys, in micro-units per kWh.</param>
public readonly record struct TariffPrices(int RetailMicrosPerKilowattHour, int FeedInMicrosPerKilowattHour);
