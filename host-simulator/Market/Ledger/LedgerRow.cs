// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>A stored line of the ledger.</summary>
/// <param name="Number">Number of the row, counted from 1 in its cluster.</param>
/// <param name="Record">What it says.</param>
/// <param name="Hash">Its link of the chain, 32 bytes.</param>
public sealed record LedgerRow(long Number, LedgerRecord Record, byte[] Hash)
{
    /// <summary>Slot it belongs to.</summary>
    public int Slot => Record.Slot;

    /// <summary>The entry.</summary>
    public LedgerEntry Entry => Record.Entry;
}
