// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The market of one cluster. It announces the operator's prices for each slot, takes bids until the gate, clears them, sends the awards, and settles each
/// meter's registers slot by slot. It speaks messages only and has no clock: <see cref="Step"/> is told the time, real or virtual, and runs on one thread.
/// With a ledger it may be killed at any moment: another one on the same file goes on where it was.
/// </summary>
public sealed class Aggregator : IDisposable
{
    private const long MillisecondsPerSecond = 1000;

    // How long a market that was away waits, past a gate, for the bids that the broker kept for it.
    private const long CatchUpMilliseconds = 1000;

    private readonly AggregatorSettings _settings;
    private readonly MarketLink _link;
    private readonly MarketJournal _journal;
    private readonly MarketVoice _voice;
    private readonly MarketEar _ear;
    private readonly ReportDesk _reports;
    private readonly AwardDesk _awards;
    private readonly bool _wasRestored;
    private BidBook? _bids;
    private long? _catchUpUntilMilliseconds;

    /// <summary>A market that connects with its first step.</summary>
    /// <param name="broker">Its broker.</param>
    /// <param name="settings">What it is run by.</param>
    /// <param name="ledger">Where it keeps its books, not disposed here; null keeps them in memory only.</param>
    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    /// <exception cref="LedgerException">The ledger cannot be read.</exception>
    public Aggregator(IMqttBroker broker, AggregatorSettings settings, Ledger? ledger = null)
    {
        ArgumentNullException.ThrowIfNull(broker);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        _settings = settings;
        _link = new MarketLink(broker, settings.Cluster, settings.Sessions, hearsAnswers: settings.Rules.CostMicrosPerKilowattHour > 0);
        _journal = new MarketJournal(settings.Cluster, ledger, Accounts, _link);
        _voice = new MarketVoice(settings.Cluster, _journal, Accounts);
        _ear = new MarketEar(settings.Cluster);
        _awards = new AwardDesk(settings, Accounts, _voice);
        _reports = new ReportDesk(Accounts, _journal, _voice, PricesOf);
        _reports.Settled += settlement => MeterSettled?.Invoke(settlement);
        _reports.Refused += Refuse;
        _journal.Restore();
        _reports.Restore();
        _wasRestored = Accounts.Operator.AnnouncedSlot > 0;
    }

    /// <summary>A slot was cleared.</summary>
    public event Action<SlotClearing>? SlotCleared;

    /// <summary>A meter was settled.</summary>
    public event Action<MeterSettlement>? MeterSettled;

    /// <summary>A message was refused.</summary>
    public event Action<Refusal>? Refused;

    /// <summary>A meter was asked for reports that are missing: its number and the first sequence.</summary>
    public event Action<int, int>? ReplayAsked
    {
        add => _reports.ReplayAsked += value;
        remove => _reports.ReplayAsked -= value;
    }

    /// <summary>A meter has not acknowledged the cut of its interruptible load in a slot that is over: its number and the slot.</summary>
    public event Action<int, int>? CutUnanswered
    {
        add => _awards.Cuts.Unanswered += value;
        remove => _awards.Cuts.Unanswered -= value;
    }

    /// <summary>Money and registers of the cluster.</summary>
    public MarketAccounts Accounts { get; } = new();

    /// <summary>Whether the broker is reached.</summary>
    public bool IsConnected => _link.IsConnected;

    /// <summary>The broker's answer to the last attempt to connect; null before the first.</summary>
    public MqttConnectResult? LastAnswer => _link.LastAnswer;

    /// <summary>Whether messages wait for the next step.</summary>
    public bool HasReceived => _link.HasReceived;

    /// <summary>The slot that is bid for; 0 before the first step.</summary>
    public int OpenSlot => _bids?.Slot ?? 0;

    /// <summary>Meters with a bid for <see cref="OpenSlot"/>.</summary>
    public int OpenBids => _bids?.Meters.Count ?? 0;

    /// <summary>Messages the broker has not acknowledged yet.</summary>
    public int OwedMessages => _link.OwedCount;

    /// <summary>Does all that is due.</summary>
    /// <param name="utcMilliseconds">The time, in ms since 1970-01-01 UTC.</param>
    /// <returns>Milliseconds until it wants to run again, if no message comes before.</returns>
    /// <exception cref="LedgerException">The ledger cannot be written; the market must end here.</exception>
    public int Step(long utcMilliseconds)
    {
        long utcSeconds = utcMilliseconds / MillisecondsPerSecond;
        int slot = MarketSlot.Of(utcSeconds, _settings.SlotSeconds);
        _bids ??= ReopenBids(utcSeconds);
        Connect(utcMilliseconds);
        while (_link.TryReceive(out MqttMessage? message))
        {
            Take(message, slot, utcSeconds);
        }

        _reports.SettleOverdue(utcSeconds);
        CloseGates(utcMilliseconds);
        _awards.Cuts.Step(slot, utcMilliseconds);
        Announce(slot + 1);
        _journal.Commit();
        return MillisecondsToNext(utcMilliseconds);
    }

    /// <inheritdoc/>
    public void Dispose() => _link.Dispose();

    private int OpenSlotAt(long utcSeconds) => MarketSlot.Of(utcSeconds + _settings.GateSeconds, _settings.SlotSeconds) + 1;

    private long StartOf(int slot) => MarketSlot.StartSeconds(slot, _settings.SlotSeconds);

    private long GateAt(int slot) => StartOf(slot) - _settings.GateSeconds;

    private TariffPrices PricesOf(int slot) => _settings.Tariff.At(StartOf(slot));

    // Bids that a former run took and did not clear. Only one slot is open at a time.
    private BidBook ReopenBids(long utcSeconds)
    {
        LedgerRow[] rows = _journal.RowsAfter(Accounts.Operator.ClearedSlot).Where(row => row.Entry.Kind == LedgerEntryKind.Bid).ToArray();
        BidBook book = new(rows.Length > 0 ? rows[^1].Slot : Math.Max(OpenSlotAt(utcSeconds), Accounts.Operator.ClearedSlot + 1));
        Bid bid = new();
        foreach (LedgerRow row in rows)
        {
            MessageCodec.Decode(row.Record.Message, 0, row.Record.Message.Length, bid);
            book.Take(bid, book.Slot - 1);
        }

        return book;
    }

    private void Connect(long utcMilliseconds)
    {
        if (_link.Step(utcMilliseconds))
        {
            // The broker has lost what it kept, the price included.
            Accounts.ChangeOperator().AnnouncedSlot = 0;
        }

        if (_wasRestored && _link.IsConnected)
        {
            _catchUpUntilMilliseconds ??= utcMilliseconds + CatchUpMilliseconds;
        }
    }

    private void Take(MqttMessage message, int currentSlot, long utcSeconds)
    {
        HeardMessage heard = _ear.Hear(message);
        RefusalReason reason = heard.Reason != RefusalReason.Taken ? heard.Reason : heard.Message switch
        {
            Bid bid => TakeBid(bid, heard.Payload, currentSlot),
            SlotReport report => TakeReport(report, heard.Payload, utcSeconds),
            Birth birth => TakeBirth(birth, heard.Payload),
            Acknowledgement answer => _awards.Cuts.Take(answer),
            _ => RefusalReason.WrongType,
        };
        if (reason != RefusalReason.Taken && heard.Meter > 0)
        {
            Refuse(new Refusal(heard.Meter, heard.Type, heard.Message?.Sequence ?? 0, reason));
        }
    }

    private void Refuse(Refusal refusal)
    {
        // Whoever repeats itself has an answer already.
        if (refusal.Reason != RefusalReason.Repeated)
        {
            _voice.SayRefusal(refusal);
        }

        Refused?.Invoke(refusal);
    }

    private RefusalReason TakeBid(Bid bid, byte[] payload, int currentSlot)
    {
        RefusalReason reason = _settings.Rules.Judge(bid, Accounts.Meters.GetValueOrDefault(bid.Meter));
        if (reason == RefusalReason.UnknownMeter)
        {
            _link.AskForBirth(Topics.ForMeter(_settings.Cluster, bid.Meter, MessageType.Birth));
        }

        reason = reason == RefusalReason.Taken ? _bids!.Take(bid, currentSlot) : reason;
        if (reason == RefusalReason.Taken)
        {
            int energy = bid.Side == TradeSide.Sell ? -bid.EnergyMilliwattHours : bid.EnergyMilliwattHours;
            _journal.Note(bid.Slot, new LedgerEntry(bid.Meter, LedgerEntryKind.Bid, energy, 0), payload);
            Accounts.Of(bid.Meter);
        }

        return reason;
    }

    // A meter whose clock runs ahead may report before the slot ends here, but not before its trades are known.
    private RefusalReason TakeReport(SlotReport report, byte[] payload, long utcSeconds) =>
        !_settings.Rules.Knows(report.Meter, Accounts.Meters.GetValueOrDefault(report.Meter)) ? RefusalReason.UnknownMeter
        : report.Slot >= _bids!.Slot ? RefusalReason.FromFuture
        : _reports.Take(report, payload, utcSeconds);

    private RefusalReason TakeBirth(Birth birth, byte[] payload)
    {
        if (!_settings.Rules.Admits(birth.Meter))
        {
            return RefusalReason.UnknownMeter;
        }

        if (birth.SlotSeconds != _settings.SlotSeconds)
        {
            return RefusalReason.OutOfRange;
        }

        if (Accounts.Change(birth.Meter).Take(birth))
        {
            _journal.Note(_bids!.Slot, new LedgerEntry(birth.Meter, LedgerEntryKind.Birth, 0, 0), payload);
        }

        return RefusalReason.Taken;
    }

    private void CloseGates(long utcMilliseconds)
    {
        long utcSeconds = utcMilliseconds / MillisecondsPerSecond;
        while (utcSeconds >= GateAt(_bids!.Slot) && !(IsCatchingUp(utcMilliseconds) && utcSeconds < StartOf(_bids.Slot)))
        {
            Clear(_bids, isTooLate: utcSeconds >= StartOf(_bids.Slot));
            _bids = new BidBook(Math.Max(_bids.Slot + 1, OpenSlotAt(utcSeconds)));
        }
    }

    private bool IsCatchingUp(long utcMilliseconds) => _wasRestored && utcMilliseconds < (_catchUpUntilMilliseconds ?? long.MaxValue);

    // Once the slot has begun nobody can deliver any more what the auction would give: then everybody is given nothing.
    private void Clear(BidBook bids, bool isTooLate)
    {
        OrderBook book = isTooLate ? new OrderBook() : bids.ToOrderBook(Accounts);
        SlotClearing clearing = SlotClearing.Of(bids.Slot, book, _settings.Rule, _settings.TaxPermille);
        foreach ((int meter, Position position) in clearing.Positions)
        {
            Accounts.Change(meter).Open(bids.Slot, position);
        }

        _awards.Say(bids, clearing);
        Accounts.ChangeOperator().ClearedSlot = bids.Slot;
        _journal.Note(bids.Slot, new LedgerEntry(OperatorAccount.Number, LedgerEntryKind.Gate, 0, 0));
        SlotCleared?.Invoke(clearing);
    }

    private void Announce(int slot)
    {
        if (slot != Accounts.Operator.AnnouncedSlot)
        {
            _voice.SayPrice(slot, PricesOf(slot), _settings.GateSeconds);
            Accounts.ChangeOperator().AnnouncedSlot = slot;
        }
    }

    private int MillisecondsToNext(long utcMilliseconds)
    {
        long next = Math.Min(Math.Min(GateAt(_bids!.Slot), StartOf(Accounts.Operator.AnnouncedSlot)), _reports.NextDeadlineUtcSeconds);
        long wait = Math.Max(Math.Min(next * MillisecondsPerSecond, _awards.Cuts.NextMilliseconds) - utcMilliseconds, 0);
        bool isWaitingForBroker = !_link.IsConnected || IsCatchingUp(utcMilliseconds);
        return (int)(isWaitingForBroker ? Math.Min(Math.Max(wait, CatchUpMilliseconds / 10), MillisecondsPerSecond) : wait);
    }
}
