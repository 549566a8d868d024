// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Simulation;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Scenarios.Simulation;

/// <summary>The homes of a plan as whole firmwares on virtual boards, and what a bystander on the bus sees of them.</summary>
internal sealed class BoardFleet : IDisposable
{
    private readonly InProcessBroker _broker = new();
    private readonly SimulationPlan _plan;
    private readonly List<VirtualMeter> _meters;
    private readonly Aggregator _aggregator;
    private readonly IMqttSession _session;
    private readonly FleetClock _clock;

    public BoardFleet(SimulationPlan plan)
    {
        _plan = plan;
        ClusterPlan cluster = plan.Clusters.Single();
        long start = plan.StartUtcSeconds - plan.SlotSeconds;
        _broker.AdvanceTo(start * 1000);
        _session = _broker.CreateSession();
        _session.MessageReceived += Take;
        _session.Connect(new MqttConnectOptions { ClientId = "bystander" });
        _session.Subscribe([TopicFilters.ForAllMeters(cluster.Name, MessageType.Bid), TopicFilters.ForAllMeters(cluster.Name, MessageType.SlotReport)], qos: 1);
        _aggregator = new Aggregator(_broker, new AggregatorSettings(cluster.Name, cluster.Tariff, cluster.CreateRule!()) { SlotSeconds = plan.SlotSeconds });
        _aggregator.SlotCleared += clearing => Traded[clearing.Slot] = clearing.TradedMilliwattHours;
        _meters = cluster.Homes.Select(home => new VirtualMeter(home.Meter, home.OpenProfile(), _broker, start, plan.SlotSeconds)).ToList();
        _clock = new FleetClock(_broker, new SimulatedMarket(_aggregator, start), _meters);
    }

    public Dictionary<(int Meter, int Slot), Bid> Bids { get; } = [];

    public Dictionary<(int Meter, int Slot), SlotReport> Reports { get; } = [];

    public Dictionary<int, long> Traded { get; } = [];

    public MarketAccounts Accounts => _aggregator.Accounts;

    /// <summary>Runs to a minute after the last slot, so that its reports are in.</summary>
    public void Run() => _clock.RunUntil((_plan.StartUtcSeconds + ((long)_plan.Slots * _plan.SlotSeconds) + 60) * 1_000_000);

    public void Dispose()
    {
        _meters.ForEach(meter => meter.Dispose());
        _aggregator.Dispose();
        _session.Dispose();
    }

    private void Take(MqttMessage message)
    {
        if (message.Topic.EndsWith("/bid", StringComparison.Ordinal))
        {
            Keep(Bids, message, new Bid());
        }
        else
        {
            Keep(Reports, message, new SlotReport());
        }
    }

    private static void Keep<T>(Dictionary<(int Meter, int Slot), T> messages, MqttMessage message, T into)
        where T : Message
    {
        if (MessageCodec.Decode(message.Payload, 0, message.Payload.Length, into) == RefusalReason.Taken)
        {
            messages[(into.Meter, into.Slot)] = into;
        }
    }
}
