// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>A session of a <see cref="WatchedBroker"/>.</summary>
internal sealed class WatchedSession(WatchedBroker owner, IMqttSession session) : DelegatingSession(session)
{
    private string _clientId = "";

    public override MqttConnectResult Connect(MqttConnectOptions options)
    {
        _clientId = options.ClientId;
        owner.Connected.Add(options);
        return base.Connect(options);
    }

    public override ushort Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        owner.Published.Add((_clientId, topic, qos, retain));
        return base.Publish(topic, payload, qos, retain);
    }

    public override ushort Subscribe(string[] filters, int qos)
    {
        Array.ForEach(filters, filter => owner.Subscribed.Add((_clientId, filter, qos)));
        return base.Subscribe(filters, qos);
    }
}
