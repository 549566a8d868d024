// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>An account as the ledger's file keeps it, so that a restart need not read all history.</summary>
/// <param name="Account">The meter; 0 is the operator.</param>
/// <param name="BalanceMicros">Its balance in micro-units: what its entries add up to.</param>
/// <param name="State">The rest, as its owner writes it.</param>
public sealed record StoredAccount(int Account, long BalanceMicros, byte[] State);
