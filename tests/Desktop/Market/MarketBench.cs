// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Market;

/// <summary>A market on an in-process broker with hand-driven time and meters that say what a test wants. Slot 1000 begins at second 900,000.</summary>
internal sealed class MarketBench : IDisposable
{
    public const int SlotSeconds = 900;
    public const int GateSeconds = 60;
    public const string Cluster = "bench";
    private readonly InProcessBroker _broker = new();
    private readonly IMqttSession _session;
    private readonly List<MqttMessage> _heard = [];
    private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];

    public MarketBench(int taxPermille = 0, int retailMicros = 300_000)
        : this(DailyTariff.Flat(new TariffPrices(retailMicros, 80_000)), taxPermille)
    {
    }

    public MarketBench(ITariff tariff, int taxPermille = 0, int costMicros = 0, Ledger? ledger = null)
        : this(tariff, new BidRules(CostMicrosPerKilowattHour: costMicros), taxPermille, ledger)
    {
    }

    public MarketBench(BidRules rules)
        : this(DailyTariff.Flat(new TariffPrices(300_000, 80_000)), rules, taxPermille: 0, ledger: null)
    {
    }

    private MarketBench(ITariff tariff, BidRules rules, int taxPermille, Ledger? ledger)
    {
        AggregatorSettings settings = new(Cluster, tariff, new PayAsAskRule())
        {
            SlotSeconds = SlotSeconds,
            GateSeconds = GateSeconds,
            TaxPermille = taxPermille,
            Rules = rules,
        };
        Market = new Aggregator(_broker, settings, ledger);
        Market.Refused += Refusals.Add;
        _session = _broker.CreateSession();
        _session.MessageReceived += _heard.Add;
        _session.Connect(new MqttConnectOptions { ClientId = "meters" });
        _session.Subscribe(["prosumeter/v1/bench/#"], qos: 1);
    }

    public Aggregator Market { get; }

    public InProcessBroker Broker => _broker;

    public List<Refusal> Refusals { get; } = [];

    /// <summary>Runs the market at a second of a slot; negative seconds lie before its start.</summary>
    public int At(int slot, int second)
    {
        _broker.Pump();
        long milliseconds = (((long)slot * SlotSeconds) + second) * 1000;
        int wait = Market.Step(milliseconds);
        _broker.Pump();
        return wait;
    }

    public void Say(Message message)
    {
        int length = MessageCodec.Encode(message, _buffer, 0);
        Say(Topics.ForMeter(Cluster, message.Meter, message.Type), _buffer.AsSpan(0, length));
    }

    public void Say(string topic, ReadOnlySpan<byte> payload)
    {
        _session.Publish(topic, payload, qos: 1, retain: false);
        _broker.Pump();
    }

    public void Bid(int meter, int slot, TradeSide side, int energy, int price, int sequence = 1) => Say(new Bid
    {
        Meter = meter,
        Slot = slot,
        Sequence = sequence,
        Side = side,
        EnergyMilliwattHours = energy,
        PriceMicrosPerKilowattHour = price,
    });

    public void Report(int meter, int slot, long import, long export, int sequence = 1) => Say(new SlotReport
    {
        Meter = meter,
        Slot = slot,
        Sequence = sequence,
        ImportMilliwattHours = import,
        ExportMilliwattHours = export,
    });

    /// <summary>What the market said to a meter (0: to all) so far, decoded.</summary>
    public List<T> Heard<T>(int meter)
        where T : Message, new()
    {
        List<T> messages = [];
        MessageType type = new T().Type;
        string topic = meter == 0 ? Topics.ForMarket(Cluster, type) : Topics.ForMeter(Cluster, meter, type);
        foreach (MqttMessage message in _heard.Where(message => message.Topic == topic))
        {
            T decoded = new();
            RefusalReason reason = MessageCodec.Decode(message.Payload, 0, message.Payload.Length, decoded);
            messages.Add(reason == RefusalReason.Taken ? decoded : throw new InvalidOperationException($"The market said {reason} on {topic}."));
        }

        return messages;
    }

    public void Dispose()
    {
        Market.Dispose();
        _session.Dispose();
    }
}
