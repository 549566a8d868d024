// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace Prosumeter.Simulator.Bus.Mosquitto;

/// <summary>One thread that moves the bytes of all connections: poll() has no limit of 1024 sockets, which libmosquitto's own loop has.</summary>
internal sealed class NetworkLoop : IDisposable
{
    private const int TickMilliseconds = 200;
    private static readonly TimeSpan s_flushTime = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private readonly List<MosquittoConnection> _added = [];
    private readonly List<MosquittoConnection> _connections = [];
    private readonly WakeEvent _wake = new();
    private readonly Thread _thread;
    private LibC.PollDescriptor[] _descriptors = new LibC.PollDescriptor[8];
    private volatile bool _isStopping;

    public NetworkLoop()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "MQTT network" };
        _thread.Start();
    }

    /// <summary>Hands a connection to the thread, which alone ends it.</summary>
    public void Add(MosquittoConnection connection)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isStopping, this);
            _added.Add(connection);
        }

        Wake();
    }

    /// <summary>Makes the thread look for work.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            if (!_isStopping)
            {
                _wake.Set();
            }
        }
    }

    /// <summary>Sends what graceful ends still have to say, at most 2 s, and breaks the other connections off.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isStopping)
            {
                return;
            }

            _wake.Set();
            _isStopping = true;
        }

        _thread.Join();
        _wake.Dispose();
    }

    private void Run()
    {
        long lastTick = 0;
        while (!_isStopping)
        {
            Turn(TickMilliseconds, ref lastTick);
        }

        long stopped = Stopwatch.GetTimestamp();
        while (_connections.Exists(c => c.IsDisconnecting) && Stopwatch.GetElapsedTime(stopped) < s_flushTime)
        {
            Turn(TickMilliseconds, ref lastTick);
        }

        TakeAdded();
        _connections.ForEach(c => c.Release());
    }

    private void Turn(int timeoutMilliseconds, ref long lastTick)
    {
        TakeAdded();
        int count = Wait(timeoutMilliseconds);
        for (int i = 0; i < count; i++)
        {
            _connections[i].Transfer(_descriptors[i].Occurred);
        }

        if (Stopwatch.GetElapsedTime(lastTick).TotalMilliseconds >= TickMilliseconds)
        {
            lastTick = Stopwatch.GetTimestamp();
            _connections.ForEach(c => c.Tick());
        }

        _connections.RemoveAll(c => c.ReleaseIfEnded());
    }

    private void TakeAdded()
    {
        lock (_gate)
        {
            _connections.AddRange(_added);
            _added.Clear();
        }
    }

    /// <summary>Waits for bytes, for room to send, for <see cref="Wake"/> or for the time-out.</summary>
    /// <returns>Number of connections that were looked at.</returns>
    private int Wait(int timeoutMilliseconds)
    {
        int count = _connections.Count;
        if (_descriptors.Length <= count)
        {
            _descriptors = new LibC.PollDescriptor[count * 2];
        }

        for (int i = 0; i < count; i++)
        {
            _descriptors[i] = _connections[i].Describe();
        }

        _descriptors[count] = new LibC.PollDescriptor { Descriptor = _wake.Descriptor, Events = LibC.PollIn };
        int ready = LibC.Poll(_descriptors, (nuint)(count + 1), timeoutMilliseconds);
        if (ready > 0 && _descriptors[count].Occurred != 0)
        {
            _wake.Reset();
        }

        // A poll that a signal interrupted has filled in nothing.
        return ready > 0 ? count : 0;
    }
}
