// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Messages;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>The way of a cluster's messages between meters and market, with its faults. A delivery keeps copies of what it delivers: it may happen twice, or later.</summary>
internal sealed class Wire
{
    private readonly MessageFaults _faults;
    private readonly int _cluster;
    private readonly Dictionary<MessageType, List<Action>> _late = [];
    private readonly Dictionary<MessageType, List<Action>> _due = [];

    public Wire(MessageFaults faults, int cluster)
    {
        _faults = faults;
        _cluster = cluster;
    }

    /// <summary>What has happened so far.</summary>
    public MessageOutcome Outcome { get; private set; } = new(0, 0, 0, 0);

    /// <summary>Sends one message.</summary>
    public void Send(MessageType type, Action deliver)
    {
        MessageFate fate = _faults.FateOf(_cluster, Outcome.Sent, type);
        Outcome = Outcome.With(fate);
        switch (fate)
        {
            case MessageFate.Lost:
                break;
            case MessageFate.Late:
                Waiting(type).Add(deliver);
                break;
            case MessageFate.Doubled:
                deliver();
                deliver();
                break;
            default:
                deliver();
                break;
        }
    }

    /// <summary>Delivers what the slot before made late, after this slot's messages of the same type; what this slot made late waits for the next one.</summary>
    public void DeliverLate(MessageType type)
    {
        List<Action> due = _due.GetValueOrDefault(type) ?? [];
        _due[type] = Waiting(type);
        _late[type] = [];
        due.ForEach(deliver => deliver());
    }

    private List<Action> Waiting(MessageType type)
    {
        if (!_late.TryGetValue(type, out List<Action>? waiting))
        {
            _late[type] = waiting = [];
        }

        return waiting;
    }
}
