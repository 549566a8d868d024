// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Market;

/// <summary>All that is written at once: after a crash it stands there whole or not at all.</summary>
public sealed class LedgerPage
{
    /// <summary>Entries for the chain. Those of each slot add up to zero money.</summary>
    public List<LedgerRecord> Records { get; } = [];

    /// <summary>Accounts that have changed.</summary>
    public List<StoredAccount> Accounts { get; } = [];

    /// <summary>Messages that are owed to the broker from now on.</summary>
    public List<OwedMessage> Owed { get; } = [];

    /// <summary>Identifiers of owed messages that the broker has acknowledged.</summary>
    public List<long> Paid { get; } = [];

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Records.Count + Accounts.Count + Owed.Count + Paid.Count == 0;

    /// <summary>Adds an entry that comes from no message.</summary>
    public void Add(int slot, LedgerEntry entry) => Records.Add(new LedgerRecord(slot, entry, []));
}
