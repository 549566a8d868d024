// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Market.UpperLevel;
using Prosumeter.Tests.Bus;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Market.UpperLevel;

/// <summary>The markets of two clusters on one bus, each with a ledger of its own. North's meter 1 has energy, south's meter 1 wants some.</summary>
internal sealed class TwoMarketsBench : IDisposable
{
    public const int Slot = 20_000;
    public const int SlotSeconds = 900;
    public const string North = "north";
    public const string South = "south";
    private const long GateMilliseconds = (((long)Slot * SlotSeconds) - 60) * 1000;
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly Dictionary<string, Ledger> _ledgers = [];
    private readonly Dictionary<string, Aggregator> _markets = [];
    private readonly IMqttSession _session;
    private readonly List<MqttMessage> _heard = [];
    private readonly byte[] _buffer = new byte[MessageCodec.MaxMessageLength];

    public TwoMarketsBench()
    {
        _session = Broker.CreateSession();
        _session.MessageReceived += _heard.Add;
        _session.Connect(new MqttConnectOptions { ClientId = "meters" });
        _session.Subscribe(["prosumeter/v1/+/+/award", "prosumeter/v1/+/+/settlement"], qos: 1);
        Watched = new WatchedBroker(Broker);
        Start(North);
        Start(South);
    }

    public InProcessBroker Broker { get; } = new();

    /// <summary>The markets' way to it.</summary>
    public WatchedBroker Watched { get; }

    public List<(string Cluster, ClusterTrade Trade)> Booked { get; } = [];

    public Aggregator MarketOf(string cluster) => _markets[cluster];

    public Ledger LedgerOf(string cluster) => _ledgers[cluster];

    public void Start(string cluster)
    {
        _ledgers[cluster] = Ledger.Open(Path.Combine(_folder, cluster));
        AggregatorSettings settings = new(cluster, DailyTariff.Flat(new TariffPrices(300_000, 80_000)), new PayAsAskRule())
        {
            SlotSeconds = SlotSeconds,
            TaxPermille = 100,
            JoinsUpperLevel = true,
        };
        _markets[cluster] = new Aggregator(Watched, settings, _ledgers[cluster]);
        _markets[cluster].ClusterTraded += (_, trade) => Booked.Add((cluster, trade));
    }

    /// <summary>Ends a market as a killed process does, and closes its ledger.</summary>
    public void Kill(string cluster)
    {
        Broker.DropClient($"prosumeter-market-{cluster}");
        _markets[cluster].Dispose();
        _ledgers[cluster].Dispose();
        _markets.Remove(cluster);
    }

    /// <summary>Runs the markets, or only one of them, second by second; second 0 is the gate.</summary>
    public void Run(int fromSecond, int toSecond, string? only = null)
    {
        for (int second = fromSecond; second <= toSecond; second++)
        {
            Broker.AdvanceTo(GateMilliseconds + (second * 1000L));
            foreach (Aggregator market in _markets.Where(market => only is null || market.Key == only).Select(market => market.Value))
            {
                market.Step(GateMilliseconds + (second * 1000L));
                Broker.Pump();
            }
        }
    }

    public void Bid(string cluster, int meter, TradeSide side, int energy, int price) => Say(cluster, new Bid
    {
        Meter = meter,
        Slot = Slot,
        Sequence = 1,
        Side = side,
        EnergyMilliwattHours = energy,
        PriceMicrosPerKilowattHour = price,
    });

    public void Report(string cluster, int meter, int slot, int sequence, long import, long export) => Say(cluster, new SlotReport
    {
        Meter = meter,
        Slot = slot,
        Sequence = sequence,
        ImportMilliwattHours = import,
        ExportMilliwattHours = export,
    });

    /// <summary>What a meter was told, in the order of sequence.</summary>
    public T[] Heard<T>(string cluster, int meter)
        where T : Message, new()
    {
        string topic = Topics.ForMeter(cluster, meter, new T().Type);
        return _heard.Where(message => message.Topic == topic).Select(Decoded<T>).DistinctBy(message => message.Sequence).OrderBy(message => message.Sequence).ToArray();
    }

    public void Dispose()
    {
        foreach (string cluster in _markets.Keys.ToArray())
        {
            Kill(cluster);
        }

        _session.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static T Decoded<T>(MqttMessage message)
        where T : Message, new()
    {
        T into = new();
        RefusalReason reason = MessageCodec.Decode(message.Payload, 0, message.Payload.Length, into);
        return reason == RefusalReason.Taken ? into : throw new InvalidOperationException($"{reason} on {message.Topic}");
    }

    private void Say(string cluster, Message message)
    {
        int length = MessageCodec.Encode(message, _buffer, 0);
        _session.Publish(Topics.ForMeter(cluster, message.Meter, message.Type), _buffer.AsSpan(0, length), qos: 1, retain: false);
        Broker.Pump();
    }
}
