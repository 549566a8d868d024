// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The market of one cluster. It announces the operator's prices for each slot, takes bids until the gate, clears them, sends the awards, and settles each
/// meter's registers slot by slot. It speaks messages only and has no clock: <see cref="Step"/> is told the time, real or virtual, and runs on one thread.
/// </summary>
public sealed class Aggregator : IDisposable
{
    private const long MillisecondsPerSecond = 1000;
    private readonly AggregatorSettings _settings;
    private readonly MarketLink _link;
    private readonly MarketVoice _voice;
    private readonly MarketEar _ear;
    private BidBook? _bids;
    private int _announcedSlot;

    /// <summary>A market that connects with its first step.</summary>
    /// <exception cref="ArgumentException">A setting is out of range; the message names it.</exception>
    public Aggregator(IMqttBroker broker, AggregatorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(broker);
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        _settings = settings;
        string[] filters = [Topics.ForAllMeters(settings.Cluster, MessageType.Bid), Topics.ForAllMeters(settings.Cluster, MessageType.SlotReport)];
        _link = new MarketLink(broker, $"prosumeter-market-{settings.Cluster}", filters);
        _voice = new MarketVoice(settings.Cluster, _link);
        _ear = new MarketEar(settings.Cluster);
    }

    /// <summary>A slot was cleared.</summary>
    public event Action<SlotClearing>? SlotCleared;

    /// <summary>A meter was settled.</summary>
    public event Action<MeterSettlement>? MeterSettled;

    /// <summary>A message was refused.</summary>
    public event Action<Refusal>? Refused;

    /// <summary>Money and registers of the cluster.</summary>
    public MarketAccounts Accounts { get; } = new();

    /// <summary>Whether the broker is reached.</summary>
    public bool IsConnected => _link.IsConnected;

    /// <summary>The broker's answer to the last attempt to connect; null before the first.</summary>
    public MqttConnectResult? LastAnswer => _link.LastAnswer;

    /// <summary>Whether messages wait for the next step.</summary>
    public bool HasReceived => _link.HasReceived;

    /// <summary>Does all that is due.</summary>
    /// <param name="utcMilliseconds">The time, in ms since 1970-01-01 UTC.</param>
    /// <returns>Milliseconds until it wants to run again, if no message comes before.</returns>
    public int Step(long utcMilliseconds)
    {
        long utcSeconds = utcMilliseconds / MillisecondsPerSecond;
        int slot = MarketSlot.Of(utcSeconds, _settings.SlotSeconds);
        _bids ??= new BidBook(OpenSlotAt(utcSeconds));
        _link.Step(utcMilliseconds);
        while (_link.TryReceive(out MqttMessage? message))
        {
            Take(message, slot);
        }

        CloseGates(utcSeconds);
        Announce(slot + 1);
        _link.Step(utcMilliseconds);
        return MillisecondsToNext(utcMilliseconds);
    }

    /// <inheritdoc/>
    public void Dispose() => _link.Dispose();

    private int OpenSlotAt(long utcSeconds) => MarketSlot.Of(utcSeconds + _settings.GateSeconds, _settings.SlotSeconds) + 1;

    private long GateAt(int slot) => MarketSlot.StartSeconds(slot, _settings.SlotSeconds) - _settings.GateSeconds;

    private void Take(MqttMessage message, int currentSlot)
    {
        HeardMessage heard = _ear.Hear(message);
        RefusalReason reason = heard.Reason;
        if (reason == RefusalReason.Taken)
        {
            reason = heard.Message is Bid bid ? _bids!.Take(bid, currentSlot) : TakeReport((SlotReport)heard.Message!);
        }

        if (reason != RefusalReason.Taken && heard.Meter > 0)
        {
            Refusal refusal = new(heard.Meter, heard.Type, heard.Message?.Sequence ?? 0, reason);
            _voice.SayRefusal(refusal);
            Refused?.Invoke(refusal);
        }
    }

    private RefusalReason TakeReport(SlotReport report)
    {
        // A meter whose clock runs ahead may report before the slot ends here, but not before its trades are known.
        if (report.Slot >= _bids!.Slot)
        {
            return RefusalReason.FromFuture;
        }

        MeterAccount account = Accounts.Of(report.Meter);
        MeteredEnergy registers = new(report.ImportMilliwattHours, report.ExportMilliwattHours);
        RefusalReason reason = account.Take(report.Slot, registers, PricesOf(report.Slot), out MeterSettlement? settlement);
        if (settlement is not null)
        {
            Accounts.Post(settlement);
            _voice.SaySettlement(settlement, account.BalanceMicros);
            MeterSettled?.Invoke(settlement);
        }

        return reason;
    }

    private void CloseGates(long utcSeconds)
    {
        while (utcSeconds >= GateAt(_bids!.Slot))
        {
            Clear(_bids);
            _bids = new BidBook(Math.Max(_bids.Slot + 1, OpenSlotAt(utcSeconds)));
        }
    }

    private void Clear(BidBook bids)
    {
        SlotClearing clearing = SlotClearing.Of(bids.Slot, bids.ToOrderBook(Accounts), _settings.Rule, _settings.TaxPermille);
        foreach ((int meter, Position position) in clearing.Positions)
        {
            Accounts.Of(meter).Open(bids.Slot, position);
        }

        foreach (int meter in bids.Meters)
        {
            _voice.SayAward(meter, bids.Slot, bids.SideOf(meter), clearing.PositionOf(meter));
        }

        SlotCleared?.Invoke(clearing);
    }

    private void Announce(int slot)
    {
        if (slot != _announcedSlot)
        {
            _voice.SayPrice(slot, PricesOf(slot), _settings.GateSeconds);
            _announcedSlot = slot;
        }
    }

    private int MillisecondsToNext(long utcMilliseconds)
    {
        long gate = GateAt(_bids!.Slot);
        long slotEnd = MarketSlot.StartSeconds(_announcedSlot, _settings.SlotSeconds);
        long toNext = (Math.Min(gate, slotEnd) * MillisecondsPerSecond) - utcMilliseconds;
        return (int)(_link.IsConnected ? toNext : Math.Min(toNext, MillisecondsPerSecond));
    }

    private TariffPrices PricesOf(int slot) => _settings.Tariff.At(MarketSlot.StartSeconds(slot, _settings.SlotSeconds));
}
