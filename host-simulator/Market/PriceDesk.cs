// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>Announces the operator's prices. Those that follow demand cannot be found again, so the ledger keeps them: a slot is settled at what was announced.</summary>
internal sealed class PriceDesk
{
    private const int RestoredSlots = 96;
    private readonly AggregatorSettings _settings;
    private readonly SlotTimes _times;
    private readonly MarketAccounts _accounts;
    private readonly MarketJournal _journal;
    private readonly MarketVoice _voice;

    public PriceDesk(AggregatorSettings settings, SlotTimes times, MarketAccounts accounts, MarketJournal journal, MarketVoice voice)
    {
        _settings = settings;
        _times = times;
        _accounts = accounts;
        _journal = journal;
        _voice = voice;
    }

    /// <summary>Takes what a former run has announced out of the ledger.</summary>
    public void Restore()
    {
        if (_settings.Tariff is OperatorTariff tariff)
        {
            PriceMessage price = new();
            foreach (LedgerRow row in _journal.RowsFrom(_accounts.Operator.AnnouncedSlot - RestoredSlots).Where(row => row.Entry.Kind == LedgerEntryKind.Price))
            {
                MessageCodec.Decode(row.Record.Message, 0, row.Record.Message.Length, price);
                tariff.Remember(row.Slot, new TariffPrices(price.RetailMicrosPerKilowattHour, price.FeedInMicrosPerKilowattHour));
            }
        }
    }

    /// <summary>Announces the prices of a slot, once.</summary>
    public void Announce(int slot)
    {
        if (slot != _accounts.Operator.AnnouncedSlot)
        {
            byte[] payload = _voice.SayPrice(slot, _times.PricesOf(slot), _settings.GateSeconds);
            _accounts.ChangeOperator().AnnouncedSlot = slot;
            if (_settings.Tariff is OperatorTariff)
            {
                _journal.Note(slot, new LedgerEntry(OperatorAccount.Number, LedgerEntryKind.Price, 0, 0), payload);
            }
        }
    }

    /// <summary>Takes what a meter was settled for: prices may follow it.</summary>
    public void Observe(MeterSettlement settlement) => (_settings.Tariff as OperatorTariff)?.Observe(settlement);
}
