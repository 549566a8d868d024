// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>A session that hands all to another one; a test overrides what it wants to see or to change.</summary>
internal abstract class DelegatingSession(IMqttSession session) : IMqttSession
{
    public virtual event Action<MqttMessage>? MessageReceived
    {
        add => session.MessageReceived += value;
        remove => session.MessageReceived -= value;
    }

    public event Action<ushort, bool>? Published
    {
        add => session.Published += value;
        remove => session.Published -= value;
    }

    public event Action<ushort, int>? Subscribed
    {
        add => session.Subscribed += value;
        remove => session.Subscribed -= value;
    }

    public event Action<ushort>? Unsubscribed
    {
        add => session.Unsubscribed += value;
        remove => session.Unsubscribed -= value;
    }

    public event Action? Closed
    {
        add => session.Closed += value;
        remove => session.Closed -= value;
    }

    public bool IsConnected => session.IsConnected;

    public bool IsSilent
    {
        get => session.IsSilent;
        set => session.IsSilent = value;
    }

    public virtual MqttConnectResult Connect(MqttConnectOptions options) => session.Connect(options);

    public void Disconnect() => session.Disconnect();

    public void Abort() => session.Abort();

    public virtual ushort Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain) => session.Publish(topic, payload, qos, retain);

    public virtual void Acknowledge(MqttMessage message) => session.Acknowledge(message);

    public virtual ushort Subscribe(string[] filters, int qos) => session.Subscribe(filters, qos);

    public ushort Unsubscribe(string[] filters) => session.Unsubscribe(filters);

    public void Dispose() => session.Dispose();
}
