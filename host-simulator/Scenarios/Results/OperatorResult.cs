// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Results;

/// <summary>The operator's part in a scenario, from the market's books.</summary>
/// <param name="SoldMilliwattHours">Energy sold at retail, in mWh.</param>
/// <param name="BoughtMilliwattHours">Energy bought at feed-in, in mWh.</param>
/// <param name="BalanceMicros">Money in micro-units, received positive.</param>
public sealed record OperatorResult(long SoldMilliwattHours, long BoughtMilliwattHours, long BalanceMicros);
