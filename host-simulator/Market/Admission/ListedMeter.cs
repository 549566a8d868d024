// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>What a list of meters says of one.</summary>
/// <param name="StorageMilliwattHours">Usable storage capacity in mWh, 0 without storage; null when only its birth says it.</param>
/// <param name="CostMicrosPerKilowattHour">What its energy costs, Q, in micro-units per kWh; null for that of the cluster.</param>
public sealed record ListedMeter(long? StorageMilliwattHours, int? CostMicrosPerKilowattHour);
