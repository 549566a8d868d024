// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>One line of the ledger.</summary>
/// <param name="Account">The meter; 0 is the operator of the cluster.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="EnergyMilliwattHours">Energy in mWh, received by the account positive.</param>
/// <param name="AmountMicros">Money in micro-units, received by the account positive.</param>
public readonly record struct LedgerEntry(int Account, LedgerEntryKind Kind, long EnergyMilliwattHours, long AmountMicros);
