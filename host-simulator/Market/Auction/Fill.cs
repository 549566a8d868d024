// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>What an order got in the auction.</summary>
/// <param name="EnergyMilliwattHours">Energy traded, in mWh; 0 when it found no partner.</param>
/// <param name="AmountMicros">Money a bid pays or an ask receives for it before tax, in micro-units.</param>
public readonly record struct Fill(long EnergyMilliwattHours, long AmountMicros);
