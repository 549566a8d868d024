// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>The receivers of one message. Reused from message to message, so that routing allocates nothing.</summary>
internal sealed class MatchList
{
    private readonly List<Match> _matches = [];
    private long _round;

    public ReadOnlySpan<Match> Matches => CollectionsMarshal.AsSpan(_matches);

    public void Clear()
    {
        _matches.Clear();
        _round++;
    }

    /// <summary>Adds a receiver. One with several matching filters gets one copy at the highest QoS of them (MQTT-3.3.5-1).</summary>
    public void Add(ClientRecord client, int qos)
    {
        if (client.MatchRound == _round)
        {
            ref Match present = ref CollectionsMarshal.AsSpan(_matches)[client.MatchIndex];
            present = new Match(client, Math.Max(present.Qos, qos));
            return;
        }

        client.MatchRound = _round;
        client.MatchIndex = _matches.Count;
        _matches.Add(new Match(client, qos));
    }

    internal readonly record struct Match(ClientRecord Client, int Qos);
}
