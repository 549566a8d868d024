// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>Takes the bids of the slot whose gate is open, clears them at the gate, and says the awards.</summary>
internal sealed class BidDesk
{
    private readonly AggregatorSettings _settings;
    private readonly SlotTimes _times;
    private readonly MarketAccounts _accounts;
    private readonly MarketJournal _journal;
    private readonly AwardDesk _awards;
    private BidBook? _bids;

    public BidDesk(AggregatorSettings settings, SlotTimes times, MarketAccounts accounts, MarketJournal journal, AwardDesk awards)
    {
        _settings = settings;
        _times = times;
        _accounts = accounts;
        _journal = journal;
        _awards = awards;
    }

    /// <summary>A slot was cleared.</summary>
    public event Action<SlotClearing>? Cleared;

    /// <summary>The slot that is bid for; 0 before <see cref="Open"/>.</summary>
    public int Slot => _bids?.Slot ?? 0;

    /// <summary>Meters with a bid for it.</summary>
    public int Count => _bids?.Meters.Count ?? 0;

    /// <summary>Opens the book of the next slot, or the one that a former run took bids for and did not clear: only one slot is open at a time.</summary>
    public void Open(long utcSeconds)
    {
        int cleared = _accounts.Operator.ClearedSlot;
        _bids ??= Reopened(cleared + 1, ofOneSlot: false) ?? new BidBook(Math.Max(_times.OpenSlotAt(utcSeconds), cleared + 1));
    }

    /// <summary>The clearing of the newest cleared slot, done again from its bids; null when there were none, or the accounts do not hold what it gives.</summary>
    public SlotClearing? ClearAgain()
    {
        int slot = _accounts.Operator.ClearedSlot;
        SlotClearing? clearing = Reopened(slot, ofOneSlot: true) is BidBook book
            ? SlotClearing.Of(slot, book.ToOrderBook(_accounts), _settings.Rule, _settings.TaxPermille)
            : null;
        return clearing is not null && clearing.Positions.All(held => _accounts.Of(held.Key).Positions.Of(slot) == held.Value) ? clearing : null;
    }

    /// <summary>Takes a bid, or says why not; a refusal changes nothing.</summary>
    public RefusalReason Take(Bid bid, byte[] payload, int currentSlot)
    {
        RefusalReason reason = _settings.Rules.Judge(bid, _accounts.Meters.GetValueOrDefault(bid.Meter));
        reason = reason == RefusalReason.Taken ? _bids!.Take(bid, currentSlot) : reason;
        if (reason == RefusalReason.Taken)
        {
            int energy = bid.Side == TradeSide.Sell ? -bid.EnergyMilliwattHours : bid.EnergyMilliwattHours;
            _journal.Note(bid.Slot, new LedgerEntry(bid.Meter, LedgerEntryKind.Bid, energy, 0), payload);
            _accounts.Of(bid.Meter);
        }

        return reason;
    }

    /// <summary>Closes the gates whose time has come.</summary>
    /// <param name="utcSeconds">The time.</param>
    /// <param name="mayWait">Whether the gate may wait for bids that the broker kept, as long as the slot has not begun.</param>
    public void CloseGates(long utcSeconds, bool mayWait)
    {
        while (utcSeconds >= _times.GateOf(_bids!.Slot) && !(mayWait && utcSeconds < _times.StartOf(_bids.Slot)))
        {
            Clear(_bids, isTooLate: utcSeconds >= _times.StartOf(_bids.Slot));
            _bids = new BidBook(Math.Max(_bids.Slot + 1, _times.OpenSlotAt(utcSeconds)));
        }
    }

    private BidBook? Reopened(int firstSlot, bool ofOneSlot)
    {
        LedgerRow[] rows = _journal.RowsFrom(firstSlot).Where(row => row.Entry.Kind == LedgerEntryKind.Bid && (!ofOneSlot || row.Slot == firstSlot)).ToArray();
        if (rows.Length == 0)
        {
            return null;
        }

        BidBook book = new(rows[^1].Slot);
        Bid bid = new();
        foreach (LedgerRow row in rows)
        {
            MessageCodec.Decode(row.Record.Message, 0, row.Record.Message.Length, bid);
            book.Take(bid, book.Slot - 1);
        }

        return book;
    }

    // Once the slot has begun nobody can deliver any more what the auction would give: then everybody is given nothing.
    private void Clear(BidBook bids, bool isTooLate)
    {
        OrderBook book = isTooLate ? new OrderBook() : bids.ToOrderBook(_accounts);
        SlotClearing clearing = SlotClearing.Of(bids.Slot, book, _settings.Rule, _settings.TaxPermille);
        foreach ((int meter, Position position) in clearing.Positions)
        {
            _accounts.Change(meter).Open(bids.Slot, position);
        }

        _awards.Say(bids, clearing);
        _accounts.ChangeOperator().ClearedSlot = bids.Slot;
        _journal.Note(bids.Slot, new LedgerEntry(OperatorAccount.Number, LedgerEntryKind.Gate, 0, 0));
        Cleared?.Invoke(clearing);
    }
}
