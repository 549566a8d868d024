// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Market.Crash;

/// <summary>A session of a <see cref="CrashingBroker"/>.</summary>
internal sealed class CrashingSession : IMqttSession
{
    private readonly CrashingBroker _owner;
    private readonly IMqttSession _session;
    private bool _isDead;

    public CrashingSession(CrashingBroker owner, IMqttSession session)
    {
        _owner = owner;
        _session = session;
        session.MessageReceived += message =>
        {
            if (!_isDead)
            {
                _owner.Act();
                MessageReceived?.Invoke(message);
            }
        };
    }

    public event Action<MqttMessage>? MessageReceived;

    public event Action<ushort, bool>? Published
    {
        add => _session.Published += value;
        remove => _session.Published -= value;
    }

    public event Action<ushort, int>? Subscribed
    {
        add => _session.Subscribed += value;
        remove => _session.Subscribed -= value;
    }

    public event Action<ushort>? Unsubscribed
    {
        add => _session.Unsubscribed += value;
        remove => _session.Unsubscribed -= value;
    }

    public event Action? Closed
    {
        add => _session.Closed += value;
        remove => _session.Closed -= value;
    }

    public bool IsConnected => _session.IsConnected;

    public bool IsSilent
    {
        get => _session.IsSilent;
        set => _session.IsSilent = value;
    }

    public MqttConnectResult Connect(MqttConnectOptions options) => _session.Connect(options);

    public void Disconnect() => _session.Disconnect();

    public void Abort() => _session.Abort();

    public ushort Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        _owner.Act();
        return _session.Publish(topic, payload, qos, retain);
    }

    public void Acknowledge(MqttMessage message)
    {
        _owner.Act();
        _session.Acknowledge(message);
    }

    public ushort Subscribe(string[] filters, int qos) => _session.Subscribe(filters, qos);

    public ushort Unsubscribe(string[] filters) => _session.Unsubscribe(filters);

    public void Dispose() => _session.Dispose();

    /// <summary>Nothing happens any more on this side.</summary>
    public void Bury()
    {
        _isDead = true;
        _session.Abort();
        _session.Dispose();
    }
}
