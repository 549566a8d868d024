// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// What must not be lost between two steps of the market. A step only gathers: entries, changed accounts, messages to say. Then everything is written to the ledger at
/// once, and only after that are the heard messages acknowledged and the new ones said. A crash before the write is as if the messages had not come yet, and the broker
/// brings them again; after it they are in the ledger, and what was to be said is owed.
/// </summary>
internal sealed class MarketJournal
{
    private readonly string _cluster;
    private readonly Ledger? _ledger;
    private readonly MarketAccounts _accounts;
    private readonly MarketLink _link;
    private LedgerPage _page = new();
    private long _lastOwedId;

    public MarketJournal(string cluster, Ledger? ledger, MarketAccounts accounts, MarketLink link)
    {
        _cluster = cluster;
        _ledger = ledger;
        _accounts = accounts;
        _link = link;
    }

    /// <summary>Whether anything is written at all.</summary>
    public bool IsKept => _ledger is not null;

    /// <summary>Takes accounts and owed messages back out of the ledger's file.</summary>
    public void Restore()
    {
        foreach (StoredAccount account in _ledger?.Accounts(_cluster) ?? [])
        {
            _accounts.Restore(account);
        }

        foreach (OwedMessage owed in _ledger?.Owed(_cluster).ToList() ?? [])
        {
            _lastOwedId = owed.Id;
            _link.Send(owed with { Payload = Replay.Of(owed.Payload) });
        }
    }

    /// <summary>The rows of a slot and of those that come after it.</summary>
    public IEnumerable<LedgerRow> RowsFrom(int slot) => _ledger?.RowsFrom(_cluster, slot).ToList() ?? [];

    /// <summary>Notes an entry and the message it comes from.</summary>
    public void Note(int slot, LedgerEntry entry, byte[] message)
    {
        if (IsKept)
        {
            _page.Records.Add(new LedgerRecord(slot, entry, message));
        }
    }

    /// <summary>Notes an entry that comes from no message.</summary>
    public void Note(int slot, LedgerEntry entry) => Note(slot, entry, []);

    /// <summary>Will say a message once this step is written.</summary>
    public void Say(string topic, ReadOnlySpan<byte> payload, bool isRetained) =>
        _page.Owed.Add(new OwedMessage(++_lastOwedId, topic, payload.ToArray(), isRetained));

    /// <summary>Writes what was gathered, acknowledges what was heard, says what is to be said.</summary>
    /// <exception cref="LedgerException">The disk refused it; nothing was acknowledged or said, and the market must end: its memory is ahead of its ledger.</exception>
    public void Commit()
    {
        LedgerPage page = _page;
        _page = new LedgerPage();
        page.Accounts.AddRange(_accounts.TakeChanged());
        _link.TakePaid(page.Paid);
        if (!page.IsEmpty)
        {
            _ledger?.Write(_cluster, page);
        }

        _link.AcknowledgeReceived();
        page.Owed.ForEach(_link.Send);
    }
}
