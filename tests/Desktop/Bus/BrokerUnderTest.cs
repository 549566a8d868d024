// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>A broker and the way to wait for it, so that one test runs against the in-process broker and against Mosquitto.</summary>
public abstract class BrokerUnderTest : IDisposable
{
    private readonly List<RecordingClient> _clients = [];

    /// <summary>The broker.</summary>
    public abstract IMqttBroker Broker { get; }

    /// <summary>A client that is not connected.</summary>
    public RecordingClient Create()
    {
        var client = new RecordingClient(this, Broker.CreateSession());
        _clients.Add(client);
        return client;
    }

    /// <summary>A connected client with a clean session.</summary>
    public RecordingClient Connect(string clientId)
    {
        RecordingClient client = Create();
        Assert.AreEqual(MqttConnectStatus.Accepted, client.Session.Connect(new MqttConnectOptions { ClientId = clientId }).Status);
        return client;
    }

    /// <summary>Waits until a condition over what the clients recorded holds.</summary>
    public abstract void WaitUntil(Func<bool> condition, string what);

    /// <summary>Ends a client's connection gracefully and waits until the broker has taken note.</summary>
    public abstract void DisconnectAndWait(RecordingClient client, string clientId);

    /// <summary>Breaks a client's connection off and waits until the broker has taken note.</summary>
    public abstract void AbortAndWait(RecordingClient client, string clientId);

    /// <summary>Ends all clients.</summary>
    public virtual void Dispose()
    {
        foreach (RecordingClient client in _clients)
        {
            client.Session.Dispose();
        }
    }

    /// <summary>Called by clients when something was recorded.</summary>
    internal virtual void Pulse()
    {
    }
}
