// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Diagnostics;

namespace Prosumeter.Simulator.Bus.Mosquitto;

/// <summary>The QoS 1 messages of a connection that wait for their PUBACK, and how long they may.</summary>
internal sealed class UnacknowledgedMessages
{
    private readonly Dictionary<int, long> _deadlines = [];
    private readonly long _patienceTicks;

    public UnacknowledgedMessages(MqttConnectOptions options)
    {
        _patienceTicks = (long)options.AcknowledgementTimeoutMilliseconds * options.PublishAttempts * Stopwatch.Frequency / 1000;
    }

    /// <summary>Whether all identifiers are in use.</summary>
    public bool IsFull => _deadlines.Count == ushort.MaxValue;

    public void Add(int id)
    {
        _deadlines[id] = Stopwatch.GetTimestamp() + _patienceTicks;
    }

    /// <summary>Whether the message still waited; it does not any more.</summary>
    public bool Remove(int id)
    {
        return _deadlines.Remove(id);
    }

    public List<int> FindOverdue()
    {
        var overdue = new List<int>();
        long now = Stopwatch.GetTimestamp();
        foreach ((int id, long deadline) in _deadlines)
        {
            if (now >= deadline)
            {
                overdue.Add(id);
            }
        }

        return overdue;
    }
}
