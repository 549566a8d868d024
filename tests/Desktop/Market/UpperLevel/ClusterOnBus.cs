// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market.UpperLevel;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Market.UpperLevel;

/// <summary>A cluster's trader with a session on a bus, as an aggregator process has one.</summary>
internal sealed class ClusterOnBus : IDisposable
{
    private readonly IMqttSession _session;
    private readonly Queue<MqttMessage> _received = new();

    public ClusterOnBus(IMqttBroker broker, string cluster, int slotSeconds, int gateSeconds)
    {
        _session = broker.CreateSession();
        _session.MessageReceived += _received.Enqueue;
        _session.Connect(new MqttConnectOptions { ClientId = cluster, IsCleanSession = false });
        _session.Subscribe(UpperLevelTrader.TopicFilters.ToArray(), qos: 1);
        Trader = new UpperLevelTrader(cluster, slotSeconds, gateSeconds, (topic, payload) => _session.Publish(topic, payload, qos: 1, retain: false));
        Trader.Traded += (_, trade) => Booked.Add(trade);
        Trader.Closed += (_, trades) => Awarded = trades;
    }

    public UpperLevelTrader Trader { get; }

    public List<ClusterTrade> Booked { get; } = [];

    public IReadOnlyList<ClusterTrade>? Awarded { get; private set; }

    public List<RefusalReason> Refusals { get; } = [];

    public void Step(long milliseconds)
    {
        while (_received.TryDequeue(out MqttMessage? message))
        {
            RefusalReason reason = Trader.Take(message, milliseconds);
            if (reason != RefusalReason.Taken)
            {
                Refusals.Add(reason);
            }
        }

        Trader.Step(milliseconds);
    }

    /// <summary>Ends as a killed process does: the broker keeps the session.</summary>
    public void Dispose()
    {
        _session.Abort();
        _session.Dispose();
    }
}
