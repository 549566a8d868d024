// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>A stored line of the ledger.</summary>
/// <param name="Number">Number of the row, counted from 1 in its cluster.</param>
/// <param name="Slot">Slot of the entry.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Hash">Its link of the chain, 32 bytes.</param>
public sealed record LedgerRow(long Number, int Slot, LedgerEntry Entry, byte[] Hash);
