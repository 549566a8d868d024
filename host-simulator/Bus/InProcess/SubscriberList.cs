// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>Who holds one topic filter, in the order of subscribing.</summary>
internal sealed class SubscriberList
{
    private readonly List<(ClientRecord Client, int Qos)> _subscribers = [];

    public bool IsEmpty => _subscribers.Count == 0;

    public void Add(ClientRecord client, int qos)
    {
        _subscribers.Add((client, qos));
    }

    public void Remove(ClientRecord client)
    {
        _subscribers.RemoveAt(IndexOf(client));
    }

    public void Replace(ClientRecord client, int qos)
    {
        _subscribers[IndexOf(client)] = (client, qos);
    }

    public void CopyTo(MatchList matches)
    {
        foreach ((ClientRecord client, int qos) in _subscribers)
        {
            matches.Add(client, qos);
        }
    }

    private int IndexOf(ClientRecord client)
    {
        return _subscribers.FindIndex(s => s.Client == client);
    }
}
