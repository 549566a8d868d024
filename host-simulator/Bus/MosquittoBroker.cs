// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Bus.Mosquitto;

namespace Prosumeter.Simulator.Bus;

/// <summary>A real MQTT 3.1.1 broker, through libmosquitto: plain TCP, Linux.</summary>
/// <remarks>
/// All sessions share one network thread; their events come on one dispatch thread, each session's in order. An exception that a handler lets out
/// ends the process.
/// </remarks>
public sealed class MosquittoBroker : IMqttBroker, IDisposable
{
    /// <summary>A broker at an address; nothing is connected yet.</summary>
    /// <param name="host">Name or IP address.</param>
    /// <param name="port">TCP port.</param>
    /// <exception cref="DllNotFoundException">libmosquitto is not installed; the message says how to get it.</exception>
    public MosquittoBroker(string host, int port)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        ArgumentOutOfRangeException.ThrowIfLessThan(port, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, ushort.MaxValue);
        LibMosquitto.Load();
        Host = host;
        Port = port;
        Network = new NetworkLoop();
        Dispatcher = new EventDispatcher();
    }

    /// <summary>Name or IP address.</summary>
    public string Host { get; }

    /// <summary>TCP port.</summary>
    public int Port { get; }

    internal string Name => $"{Host}:{Port}";

    internal NetworkLoop Network { get; }

    internal EventDispatcher Dispatcher { get; }

    /// <inheritdoc/>
    public IMqttSession CreateSession()
    {
        return new MosquittoSession(this);
    }

    /// <summary>Ends both threads. Graceful disconnects are still sent; connections that are open are broken off.</summary>
    public void Dispose()
    {
        Network.Dispose();
        Dispatcher.Dispose();
    }
}
