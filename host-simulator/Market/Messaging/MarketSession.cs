// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// One kept session with the broker: connected again when it was lost, subscribed anew each time. Messages are acknowledged by hand, so what the market has not
/// made safe comes again. Network threads only enqueue.
/// </summary>
internal sealed class MarketSession : IDisposable
{
    private const int RetryMilliseconds = 2000;
    private readonly IMqttSession _session;
    private readonly MqttConnectOptions _options;
    private readonly string[] _filters;
    private readonly ConcurrentQueue<MqttMessage> _received = new();
    private long _nextAttemptMilliseconds = long.MinValue;

    public MarketSession(IMqttBroker broker, string clientId, string[] filters)
    {
        _options = new MqttConnectOptions { ClientId = clientId, IsCleanSession = false, AcknowledgesByHand = true };
        _filters = filters;
        _session = broker.CreateSession();
        _session.MessageReceived += _received.Enqueue;
        _session.Published += (id, isAcknowledged) => Answers.Enqueue((id, isAcknowledged));
    }

    /// <summary>The broker's answer to the last attempt to connect; null before the first.</summary>
    public MqttConnectResult? LastAnswer { get; private set; }

    public bool IsConnected => _session.IsConnected;

    public bool HasReceived => !_received.IsEmpty;

    /// <summary>What the broker said to published messages.</summary>
    public ConcurrentQueue<(ushort Id, bool IsAcknowledged)> Answers { get; } = new();

    /// <summary>Connects when it must and may.</summary>
    /// <returns>True when there is a new connection.</returns>
    public bool Step(long utcMilliseconds)
    {
        if (_session.IsConnected || utcMilliseconds < _nextAttemptMilliseconds)
        {
            return false;
        }

        _nextAttemptMilliseconds = utcMilliseconds + RetryMilliseconds;
        LastAnswer = _session.Connect(_options);
        if (LastAnswer.IsAccepted)
        {
            _session.Subscribe(_filters, qos: 1);
        }

        return LastAnswer.IsAccepted;
    }

    /// <summary>Has the broker send what it keeps on a topic.</summary>
    public void Ask(string topic) => _session.Subscribe([topic], qos: 1);

    public bool TryReceive([NotNullWhen(true)] out MqttMessage? message) => _received.TryDequeue(out message);

    /// <summary>Tells the broker that a message is safe.</summary>
    public void Acknowledge(MqttMessage message) => _session.Acknowledge(message);

    public ushort Publish(OwedMessage message) => _session.Publish(message.Topic, message.Payload, qos: 1, message.IsRetained);

    public void Dispose()
    {
        if (_session.IsConnected)
        {
            _session.Disconnect();
        }

        _session.Dispose();
    }
}
