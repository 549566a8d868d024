// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Simulator.Scenarios.Live;

/// <summary>Listens to all that is said in a cluster, on any broker, and listens again after the connection was lost. Messages wait until they are taken.</summary>
public sealed class BusEar : IDisposable
{
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(2);
    private readonly IMqttSession _session;
    private readonly MqttConnectOptions _options;
    private readonly string _filter;
    private readonly ConcurrentQueue<MqttMessage> _heard = new();
    private DateTime _nextAttempt = DateTime.MinValue;

    /// <summary>An ear that connects with its first <see cref="Connect"/> or <see cref="Step"/>.</summary>
    public BusEar(IMqttBroker broker, string cluster)
    {
        ArgumentNullException.ThrowIfNull(broker);
        _filter = $"prosumeter/v1/{cluster}/#";
        _options = new MqttConnectOptions { ClientId = $"prosumeter-ear-{Environment.ProcessId}" };
        _session = broker.CreateSession();
        _session.MessageReceived += _heard.Enqueue;
    }

    /// <summary>Whether the broker is reached.</summary>
    public bool IsConnected => _session.IsConnected;

    /// <summary>One attempt to connect and subscribe.</summary>
    public MqttConnectResult Connect()
    {
        _nextAttempt = DateTime.UtcNow + s_retry;
        MqttConnectResult result = _session.Connect(_options);
        if (result.IsAccepted)
        {
            _session.Subscribe([_filter], qos: 1);
        }

        return result;
    }

    /// <summary>Connects again when it must and may.</summary>
    public void Step()
    {
        if (!_session.IsConnected && DateTime.UtcNow >= _nextAttempt)
        {
            Connect();
        }
    }

    /// <summary>The next message, oldest first.</summary>
    public bool TryTake([NotNullWhen(true)] out BusMessage? message)
    {
        message = _heard.TryDequeue(out MqttMessage? heard) ? BusMessage.Of(heard) : null;
        return message is not null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_session.IsConnected)
        {
            _session.Disconnect();
        }

        _session.Dispose();
    }
}
