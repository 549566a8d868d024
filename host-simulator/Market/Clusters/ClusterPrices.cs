// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market.Clusters;

/// <summary>The grid's prices of a slot.</summary>
/// <param name="RetailMicrosPerKilowattHour">Central price P_m in micro-units per kWh, 0 or more.</param>
/// <param name="RealTimeMicrosPerKilowattHour">Price of what is bought at the last moment, in micro-units per kWh, 0 or more.</param>
public readonly record struct ClusterPrices(int RetailMicrosPerKilowattHour, int RealTimeMicrosPerKilowattHour);
