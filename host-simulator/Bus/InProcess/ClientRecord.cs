// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>What the broker knows of one client identifier: the session state of MQTT 3.1.1 section 4.1.</summary>
internal sealed class ClientRecord
{
    private readonly List<MqttMessage> _unacknowledged = [];
    private Queue<MqttMessage> _waiting = new();
    private bool _acknowledgesByHand;

    public ClientRecord(string clientId, bool isClean)
    {
        ClientId = clientId;
        IsClean = isClean;
    }

    public string ClientId { get; }

    /// <summary>Whether the record ends with the connection.</summary>
    public bool IsClean { get; }

    /// <summary>Topic filters and their QoS.</summary>
    public Dictionary<string, int> Filters { get; } = new(StringComparer.Ordinal);

    /// <summary>The client's end of the present connection; null while the client is away.</summary>
    public InProcessSession? Session { get; private set; }

    /// <summary>Which connection of <see cref="Session"/> is meant.</summary>
    public int Epoch { get; private set; }

    /// <summary>The last will of the present connection.</summary>
    public MqttWill? Will { get; private set; }

    /// <summary>Used by <see cref="MatchList"/>.</summary>
    public long MatchRound { get; set; }

    /// <summary>Used by <see cref="MatchList"/>.</summary>
    public int MatchIndex { get; set; }

    /// <summary>Messages that wait for the pump or for the client to come back.</summary>
    public int WaitingCount => _waiting.Count;

    /// <summary>Whether what is sent to the client arrives.</summary>
    public bool IsReachable => Session is { IsConnected: true, IsSilent: false } session && session.Epoch == Epoch;

    public void Attach(InProcessSession session, int epoch, MqttConnectOptions options)
    {
        Session = session;
        Epoch = epoch;
        Will = options.Will;
        _acknowledgesByHand = options.AcknowledgesByHand;
    }

    /// <summary>Ends the connection. Messages with QoS 0 are not kept for a client that is away; what it has not acknowledged comes again, first.</summary>
    public void Detach()
    {
        Session = null;
        Will = null;
        IEnumerable<MqttMessage> again = _unacknowledged.Select(message => message with { IsDuplicate = true });
        _waiting = new Queue<MqttMessage>(again.Concat(_waiting.Where(message => message.QualityOfService > 0)));
        _unacknowledged.Clear();
    }

    /// <summary>The client has a message safe.</summary>
    public void Acknowledge(MqttMessage message)
    {
        int index = _unacknowledged.FindIndex(held => ReferenceEquals(held, message));
        if (index >= 0)
        {
            _unacknowledged.RemoveAt(index);
        }
    }

    /// <summary>Whether a message waits for a client that is not reachable: in the network while the connection lasts, else in a kept session.</summary>
    public bool Keeps(MqttMessage message)
    {
        return Session is not null || (!IsClean && message.QualityOfService > 0);
    }

    public void Enqueue(MqttMessage message)
    {
        _waiting.Enqueue(message);
    }

    /// <summary>The next message that can be handed over now.</summary>
    public bool TryTake(out MqttMessage? message)
    {
        message = null;
        if (!IsReachable || !_waiting.TryDequeue(out message))
        {
            return false;
        }

        if (_acknowledgesByHand && message.QualityOfService > 0)
        {
            _unacknowledged.Add(message);
        }

        return true;
    }
}
