// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Market.UpperLevel;
using Prosumeter.Simulator.Scenarios.Detection;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Cli.Live.Aggregate;

/// <summary>Puts into sentences what a market does.</summary>
internal sealed class AggregateEvents
{
    private const double Million = 1e6;
    private readonly Aggregator _market;
    private readonly int _slotSeconds;
    private readonly Action<string, string> _tell;
    private int _settlements;
    private long _settledMicros;

    /// <summary>Listens to a market.</summary>
    /// <param name="market">The market.</param>
    /// <param name="slotSeconds">Length of a slot in s.</param>
    /// <param name="tell">Takes a word and a sentence.</param>
    /// <param name="watch">What looks for meters that synchronize; null when nothing does.</param>
    public AggregateEvents(Aggregator market, int slotSeconds, Action<string, string> tell, SynchronizationWatch? watch)
    {
        _market = market;
        _slotSeconds = slotSeconds;
        _tell = tell;
        market.SlotCleared += OnCleared;
        market.MeterSettled += OnSettled;
        market.Refused += OnRefused;
        market.ClusterTraded += OnClusterTraded;
        market.CutUnanswered += (meter, slot) => _tell("cut", $"meter {meter} has not acknowledged the cut of slot {SlotOf(slot)}");
        if (watch != null)
        {
            watch.Raised += OnRaised;
        }

        market.ReplayAsked += (meter, sequence) => _tell("replay", $"meter {meter} is asked for its reports from {sequence} on");
    }

    /// <summary>The last words.</summary>
    public void TellEnd()
    {
        TellSettlements();
        _tell("end", $"{_market.Accounts.Meters.Count} meters, {_market.OwedMessages} messages still owed; the next one on this ledger goes on from here");
    }

    private void OnCleared(SlotClearing clearing)
    {
        TellSettlements();
        int asks = clearing.Book.Asks.Count, bids = clearing.Book.Bids.Count;
        _tell("cleared", Text(
            $"slot {SlotOf(clearing.Slot)}: {asks} asks, {bids} bids, {clearing.TradedMilliwattHours / Million:0.000} kWh traded for {clearing.PaidMicros / Million:0.0000}"));
    }

    private void OnClusterTraded(int slot, ClusterTrade trade) => _tell("upper", Text(
        $"slot {SlotOf(slot)}: {trade.Seller} sells {trade.EnergyMilliwattHours / Million:0.000} kWh to {trade.Buyer} at {trade.PriceMicrosPerKilowattHour / Million:0.0000}"));

    private void OnSettled(MeterSettlement settlement)
    {
        _settlements++;
        _settledMicros += settlement.AmountMicros;
    }

    private void TellSettlements()
    {
        if (_settlements > 0)
        {
            _tell("settled", Text($"{_settlements} reports, {_settledMicros / Million:+0.0000;-0.0000;0} to the meters; books add up to {_market.Accounts.SumMicros}"));
            _settlements = 0;
            _settledMicros = 0;
        }
    }

    private void OnRefused(Refusal refusal)
    {
        if (refusal.Reason != RefusalReason.Repeated)
        {
            string what = refusal.Type == 0 ? "message" : Topics.VerbOf(refusal.Type);
            _tell("refused", $"{what} {refusal.Sequence} of meter {refusal.Meter}: {refusal.Reason}");
        }
    }

    private void OnRaised(SynchronizationAlert alert)
    {
        string suspects = string.Join(", ", alert.Suspects.Select(suspect => suspect.Meter));
        _tell("alert", Text(
            $"slot {SlotOf(alert.Slot)}: {alert.Meters} meters import together what chance does not explain, score {alert.ScorePermille / 1000.0:0.0} above {alert.ThresholdPermille / 1000.0:0.0}; most by meter {suspects}"));
    }

    private string SlotOf(int slot) =>
        DateTime.UnixEpoch.AddSeconds(MarketSlot.StartSeconds(slot, _slotSeconds)).ToString("HH':'mm", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
