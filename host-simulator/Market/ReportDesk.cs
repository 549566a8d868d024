// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>Takes the slot reports of all meters, asks for missing ones, settles each in its turn and books the money.</summary>
internal sealed class ReportDesk
{
    private const long PatienceSeconds = 120;
    private readonly MarketAccounts _accounts;
    private readonly MarketJournal _journal;
    private readonly MarketVoice _voice;
    private readonly Func<int, TariffPrices> _pricesOf;
    private readonly HashSet<int> _waiting = [];

    public ReportDesk(MarketAccounts accounts, MarketJournal journal, MarketVoice voice, Func<int, TariffPrices> pricesOf)
    {
        _accounts = accounts;
        _journal = journal;
        _voice = voice;
        _pricesOf = pricesOf;
    }

    /// <summary>A meter was settled.</summary>
    public event Action<MeterSettlement>? Settled;

    /// <summary>A report that had waited for earlier ones was refused after all.</summary>
    public event Action<Refusal>? Refused;

    /// <summary>A meter was asked for its reports from a sequence on.</summary>
    public event Action<int, int>? ReplayAsked;

    /// <summary>When the first report that waits is settled in any case.</summary>
    public long NextDeadlineUtcSeconds => _waiting.Min(meter => _accounts.Of(meter).Reports.DeadlineUtcSeconds) ?? long.MaxValue / 1000;

    /// <summary>Takes a report of a slot that is over.</summary>
    public RefusalReason Take(SlotReport report, byte[] payload, long utcSeconds)
    {
        MeterAccount account = _accounts.Of(report.Meter);
        int missingBefore = account.MissingReport;
        MeteredEnergy registers = new(report.ImportMilliwattHours, report.ExportMilliwattHours);
        RefusalReason reason = account.Take(new HeldReport(report.Slot, report.Sequence, registers, utcSeconds + PatienceSeconds));
        if (reason == RefusalReason.Taken)
        {
            _accounts.Change(report.Meter);
            _journal.Note(report.Slot, new LedgerEntry(report.Meter, LedgerEntryKind.Report, 0, 0), payload);
            reason = Settle(account, utcSeconds, report.Slot);
            AskForMissing(account, missingBefore);
        }

        return reason;
    }

    /// <summary>Settles the reports that have waited long enough for earlier ones; after a restart it finds again which wait.</summary>
    public void SettleOverdue(long utcSeconds)
    {
        foreach (int meter in _waiting.Where(meter => utcSeconds >= _accounts.Of(meter).Reports.DeadlineUtcSeconds).ToArray())
        {
            Settle(_accounts.Change(meter), utcSeconds, ownSlot: null);
        }
    }

    /// <summary>Finds the meters whose reports wait, after a restart.</summary>
    public void Restore() => _waiting.UnionWith(_accounts.Meters.Values.Where(account => account.MissingReport >= 0).Select(account => account.Meter));

    // The reason of the report that has just come is the answer to it; others are told by the event.
    private RefusalReason Settle(MeterAccount account, long utcSeconds, int? ownSlot)
    {
        RefusalReason ownReason = RefusalReason.Taken;
        while (account.TrySettle(utcSeconds, _pricesOf, out ReportOutcome outcome))
        {
            if (outcome.Settlement is not null)
            {
                Post(outcome.Settlement, account);
            }

            if (outcome.Report.Slot == ownSlot)
            {
                ownReason = outcome.Reason;
            }
            else if (outcome.Reason != RefusalReason.Taken)
            {
                Refused?.Invoke(new Refusal(account.Meter, MessageType.SlotReport, outcome.Report.Sequence, outcome.Reason));
            }
        }

        _ = account.MissingReport >= 0 ? _waiting.Add(account.Meter) : _waiting.Remove(account.Meter);
        return ownReason;
    }

    private void Post(MeterSettlement settlement, MeterAccount account)
    {
        _accounts.Post(settlement);
        foreach (LedgerEntry entry in SettlementEntries.Of(settlement))
        {
            _journal.Note(settlement.Slot, entry);
        }

        _voice.SaySettlement(settlement, account.BalanceMicros);
        Settled?.Invoke(settlement);
    }

    private void AskForMissing(MeterAccount account, int missingBefore)
    {
        int missing = account.MissingReport;
        if (missing >= 0 && missing != missingBefore)
        {
            _voice.AskForReplay(account.Meter, missing);
            ReplayAsked?.Invoke(account.Meter, missing);
        }
    }
}
