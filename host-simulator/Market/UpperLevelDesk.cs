// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market.UpperLevel;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// Trades with other clusters what the own auction leaves over: books the trades, and shares them among the meters before the slot starts. A trade that is heard too late
/// for that is the operator's, at its prices.
/// </summary>
internal sealed class UpperLevelDesk
{
    private readonly AggregatorSettings _settings;
    private readonly SlotTimes _times;
    private readonly MarketAccounts _accounts;
    private readonly MarketJournal _journal;
    private readonly AwardDesk _awards;
    private readonly UpperLevelTrader _trader;
    private readonly Dictionary<int, SlotClearing> _clearings = [];
    private long _nowSeconds;

    public UpperLevelDesk(AggregatorSettings settings, SlotTimes times, MarketAccounts accounts, MarketJournal journal, AwardDesk awards)
    {
        _settings = settings;
        _times = times;
        _accounts = accounts;
        _journal = journal;
        _awards = awards;
        _trader = new UpperLevelTrader(settings.Cluster, settings.SlotSeconds, settings.GateSeconds, (topic, payload) => journal.Say(topic, payload, isRetained: false));
        _trader.Traded += Book;
        _trader.Closed += Share;
    }

    /// <summary>A trade with another cluster was booked: slot and trade.</summary>
    public event Action<int, ClusterTrade>? Traded;

    /// <summary>Tells the trader of what a former run has booked, and goes on with a slot that it left open.</summary>
    /// <param name="clearing">The newest clearing; null when it is not known.</param>
    public void Restore(SlotClearing? clearing)
    {
        foreach (LedgerRow row in _journal.RowsFrom(_accounts.Operator.ClearedSlot - UpperLevelTrader.RememberedSlots).Where(row => row.Entry.Kind == LedgerEntryKind.UpperLevelTrade && row.Record.Message.Length > 0))
        {
            _trader.Remember(row.Slot, UpperLevelCodec.TradeOf(row.Record.Message));
        }

        if (clearing is not null && clearing.Slot > _accounts.Operator.SharedSlot)
        {
            Offer(clearing);
        }
    }

    /// <summary>Offers what a clearing left over.</summary>
    public void Offer(SlotClearing clearing)
    {
        _clearings[clearing.Slot] = clearing;
        _trader.Offer(clearing.Slot, ClusterOffer.Of(_settings.Cluster, clearing));
    }

    /// <summary>Takes what another cluster says.</summary>
    public RefusalReason Take(MqttMessage message, long utcMilliseconds)
    {
        _nowSeconds = utcMilliseconds / 1000;
        return _trader.Take(message, utcMilliseconds);
    }

    /// <summary>Does all that is due.</summary>
    /// <returns>Milliseconds until it wants to run again.</returns>
    public int Step(long utcMilliseconds)
    {
        _nowSeconds = utcMilliseconds / 1000;
        return _trader.Step(utcMilliseconds);
    }

    private void Book(int slot, ClusterTrade trade)
    {
        int sign = trade.Seller == _settings.Cluster ? 1 : -1;
        long energy = -sign * trade.EnergyMilliwattHours, amount = sign * trade.AmountMicros;
        _accounts.ChangeOperator().BalanceMicros += amount;
        _accounts.ChangeUpperLevel(-amount);
        _journal.Note(slot, new LedgerEntry(OperatorAccount.Number, LedgerEntryKind.UpperLevelTrade, energy, amount), UpperLevelCodec.BytesOf(slot, trade));
        _journal.Note(slot, new LedgerEntry(MarketAccounts.UpperLevelNumber, LedgerEntryKind.UpperLevelTrade, -energy, -amount));
        Traded?.Invoke(slot, trade);
    }

    private void Share(int slot, IReadOnlyList<ClusterTrade> trades)
    {
        _accounts.ChangeOperator().SharedSlot = slot;
        if (!_clearings.Remove(slot, out SlotClearing? clearing) || trades.Count == 0 || _nowSeconds >= _times.StartOf(slot))
        {
            return;
        }

        foreach ((int meter, Position share) in UpperLevelShares.Of(clearing, _settings.Cluster, trades, _settings.TaxPermille))
        {
            Position position = clearing.PositionOf(meter) + share;
            _accounts.Change(meter).Open(slot, position);
            _awards.Say(meter, slot, share.SoldMilliwattHours > 0 ? TradeSide.Sell : TradeSide.Buy, position);
        }
    }
}
