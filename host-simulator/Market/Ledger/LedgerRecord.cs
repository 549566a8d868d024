// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Market;

/// <summary>An entry on its way into the ledger.</summary>
/// <param name="Slot">Slot it belongs to.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Message">The message it comes from as it was heard, at most 256 bytes; empty when it comes from none.</param>
public readonly record struct LedgerRecord(int Slot, LedgerEntry Entry, byte[] Message);
