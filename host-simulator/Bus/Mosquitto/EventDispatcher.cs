// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Concurrent;
using System.Threading;

namespace Prosumeter.Simulator.Bus.Mosquitto;

/// <summary>Raises events in order on a thread of its own, so that a handler may call the session and the network never waits for a handler.</summary>
internal sealed class EventDispatcher : IDisposable
{
    private readonly BlockingCollection<Action> _events = [];
    private readonly Thread _thread;

    public EventDispatcher()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "MQTT events" };
        _thread.Start();
    }

    /// <summary>Takes an event; after Dispose nobody gets it any more.</summary>
    public void Post(Action raise)
    {
        try
        {
            _events.Add(raise);
        }
        catch (InvalidOperationException)
        {
            // Disposed meanwhile: the network may still report ends of connections.
        }
    }

    /// <summary>Raises what waits, then ends the thread.</summary>
    public void Dispose()
    {
        _events.CompleteAdding();
        if (Thread.CurrentThread != _thread)
        {
            _thread.Join();
        }
    }

    private void Run()
    {
        foreach (Action raise in _events.GetConsumingEnumerable())
        {
            raise();
        }
    }
}
