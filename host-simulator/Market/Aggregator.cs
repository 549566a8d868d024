// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market.UpperLevel;
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
    private readonly SlotTimes _times;
    private readonly MarketLink _link;
    private readonly MarketJournal _journal;
    private readonly MarketVoice _voice;
    private readonly MarketEar _ear;
    private readonly BidDesk _bids;
    private readonly ReportDesk _reports;
    private readonly AwardDesk _awards;
    private readonly PriceDesk _prices;
    private readonly UpperLevelDesk? _upperLevel;
    private readonly bool _wasRestored;
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
        _times = new SlotTimes(settings);
        _link = new MarketLink(broker, settings.Cluster, settings.Sessions, OtherFilters(settings));
        _journal = new MarketJournal(settings.Cluster, ledger, Accounts, _link);
        _voice = new MarketVoice(settings.Cluster, _journal, Accounts);
        _ear = new MarketEar(settings.Cluster);
        _awards = new AwardDesk(settings, Accounts, _voice);
        _bids = new BidDesk(settings, _times, Accounts, _journal, _awards);
        _bids.Cleared += OnCleared;
        _reports = new ReportDesk(Accounts, _journal, _voice, _times.PricesOf);
        _prices = new PriceDesk(settings, _times, Accounts, _journal, _voice);
        _reports.Settled += _prices.Observe;
        _reports.Settled += settlement => MeterSettled?.Invoke(settlement);
        _reports.Refused += Refuse;
        _upperLevel = settings.JoinsUpperLevel ? new UpperLevelDesk(settings, _times, Accounts, _journal, _awards) : null;
        Restore();
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

    /// <summary>A trade with another cluster was booked: slot and trade.</summary>
    public event Action<int, ClusterTrade>? ClusterTraded
    {
        add => _upperLevel?.Traded += value;
        remove => _upperLevel?.Traded -= value;
    }

    /// <summary>Money and registers of the cluster.</summary>
    public MarketAccounts Accounts { get; } = new();

    /// <summary>Whether the broker is reached.</summary>
    public bool IsConnected => _link.IsConnected;

    /// <summary>The broker's answer to the last attempt to connect; null before the first.</summary>
    public MqttConnectResult? LastAnswer => _link.LastAnswer;

    /// <summary>Whether messages wait for the next step, or the connection was lost.</summary>
    public bool HasReceived => _link.HasReceived;

    /// <summary>The slot that is bid for; 0 before the first step.</summary>
    public int OpenSlot => _bids.Slot;

    /// <summary>Meters with a bid for <see cref="OpenSlot"/>.</summary>
    public int OpenBids => _bids.Count;

    /// <summary>Messages the broker has not acknowledged yet.</summary>
    public int OwedMessages => _link.OwedCount;

    /// <summary>Does all that is due.</summary>
    /// <param name="utcMilliseconds">The time, in ms since 1970-01-01 UTC.</param>
    /// <returns>Milliseconds until it wants to run again, if no message comes before.</returns>
    /// <exception cref="LedgerException">The ledger cannot be written; the market must end here.</exception>
    public int Step(long utcMilliseconds)
    {
        long utcSeconds = utcMilliseconds / MillisecondsPerSecond;
        _bids.Open(utcSeconds);
        Connect(utcMilliseconds);
        while (_link.TryReceive(out MqttMessage? message))
        {
            Take(message, utcMilliseconds);
        }

        _reports.SettleOverdue(utcSeconds);
        _bids.CloseGates(utcSeconds, mayWait: IsCatchingUp(utcMilliseconds));
        int upperLevelWait = _upperLevel?.Step(utcMilliseconds) ?? int.MaxValue;
        _awards.Cuts.Step(_times.SlotAt(utcSeconds), utcMilliseconds);
        _prices.Announce(_times.SlotAt(utcSeconds) + 1);
        _journal.Commit();
        return Math.Min(upperLevelWait, MillisecondsToNext(utcMilliseconds));
    }

    /// <inheritdoc/>
    public void Dispose() => _link.Dispose();

    private static List<string> OtherFilters(AggregatorSettings settings)
    {
        List<string> filters = [];
        if (settings.Rules.CostMicrosPerKilowattHour > 0)
        {
            // Answers to demand cuts, which there are where a cost is known.
            filters.Add(TopicFilters.ForAllMeters(settings.Cluster, MessageType.Acknowledgement));
        }

        if (settings.JoinsUpperLevel)
        {
            filters.AddRange(UpperLevelTrader.TopicFilters);
        }

        return filters;
    }

    private void Restore()
    {
        _journal.Restore();
        _prices.Restore();
        _reports.Restore();
        _awards.Restore(_journal.RowsFrom(Accounts.Operator.ClearedSlot - 1));
        _upperLevel?.Restore(_bids.ClearAgain());
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

    private bool IsCatchingUp(long utcMilliseconds) => _wasRestored && utcMilliseconds < (_catchUpUntilMilliseconds ?? long.MaxValue);

    private void Take(MqttMessage message, long utcMilliseconds)
    {
        if (_upperLevel is not null && UpperLevelTrader.Hears(message.Topic))
        {
            // Between clusters nobody waits for an answer: what is not taken is said again, or was too late.
            _upperLevel.Take(message, utcMilliseconds);
            return;
        }

        HeardMessage heard = _ear.Hear(message);
        RefusalReason reason = heard.Reason != RefusalReason.Taken ? heard.Reason : Take(heard, utcMilliseconds / MillisecondsPerSecond);
        if (reason != RefusalReason.Taken && heard.Meter > 0)
        {
            Refuse(new Refusal(heard.Meter, heard.Type, heard.Message?.Sequence ?? 0, reason));
        }
    }

    private RefusalReason Take(HeardMessage heard, long utcSeconds) => heard.Message switch
    {
        Bid bid => TakeBid(bid, heard.Payload, _times.SlotAt(utcSeconds)),
        SlotReport report => TakeReport(report, heard.Payload, utcSeconds),
        Birth birth => TakeBirth(birth, heard.Payload),
        Acknowledgement answer => _awards.Cuts.Take(answer),
        _ => RefusalReason.WrongType,
    };

    private RefusalReason TakeBid(Bid bid, byte[] payload, int currentSlot)
    {
        RefusalReason reason = _bids.Take(bid, payload, currentSlot);
        if (reason == RefusalReason.UnknownMeter)
        {
            _link.AskForBirth(Topics.ForMeter(_settings.Cluster, bid.Meter, MessageType.Birth));
        }

        return reason;
    }

    // A meter whose clock runs ahead may report before the slot ends here, but not before its trades are known.
    private RefusalReason TakeReport(SlotReport report, byte[] payload, long utcSeconds) =>
        !_settings.Rules.Knows(report.Meter, Accounts.Meters.GetValueOrDefault(report.Meter)) ? RefusalReason.UnknownMeter
        : report.Slot >= _bids.Slot ? RefusalReason.FromFuture
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
            _journal.Note(_bids.Slot, new LedgerEntry(birth.Meter, LedgerEntryKind.Birth, 0, 0), payload);
        }

        return RefusalReason.Taken;
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

    private void OnCleared(SlotClearing clearing)
    {
        _upperLevel?.Offer(clearing);
        SlotCleared?.Invoke(clearing);
    }

    private int MillisecondsToNext(long utcMilliseconds)
    {
        long next = Math.Min(Math.Min(_times.GateOf(_bids.Slot), _times.StartOf(Accounts.Operator.AnnouncedSlot)), _reports.NextDeadlineUtcSeconds);
        long wait = Math.Max(Math.Min(next * MillisecondsPerSecond, _awards.Cuts.NextMilliseconds) - utcMilliseconds, 0);
        bool isWaitingForBroker = !_link.IsConnected || IsCatchingUp(utcMilliseconds);
        return (int)(isWaitingForBroker ? Math.Min(Math.Max(wait, CatchUpMilliseconds / 10), MillisecondsPerSecond) : wait);
    }
}
