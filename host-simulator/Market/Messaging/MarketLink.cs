// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The market's session with its broker, QoS 1 both ways. What the broker has not acknowledged is sent again; a broker that went away is tried again.
/// Network threads only enqueue: everything else happens in <see cref="Step"/>, on the caller's thread.
/// </summary>
internal sealed class MarketLink : IDisposable
{
    private const int RetryMilliseconds = 2000;
    private readonly IMqttSession _session;
    private readonly MqttConnectOptions _options;
    private readonly string[] _filters;
    private readonly ConcurrentQueue<MqttMessage> _received = new();
    private readonly ConcurrentQueue<(ushort Id, bool IsAcknowledged)> _answers = new();
    private readonly Queue<OutgoingMessage> _waiting = new();
    private readonly Dictionary<ushort, OutgoingMessage> _unanswered = [];
    private long _nextAttemptMilliseconds = long.MinValue;
    private bool _wasConnected;

    public MarketLink(IMqttBroker broker, string clientId, string[] filters)
    {
        // The broker keeps bids and reports for the market while it is away.
        _options = new MqttConnectOptions { ClientId = clientId, IsCleanSession = false };
        _filters = filters;
        _session = broker.CreateSession();
        _session.MessageReceived += _received.Enqueue;
        _session.Published += (id, isAcknowledged) => _answers.Enqueue((id, isAcknowledged));
    }

    /// <summary>The broker's answer to the last attempt to connect; null before the first.</summary>
    public MqttConnectResult? LastAnswer { get; private set; }

    /// <summary>Whether the session is open.</summary>
    public bool IsConnected => _session.IsConnected;

    /// <summary>Whether there is something to do before the clock says so.</summary>
    public bool HasReceived => !_received.IsEmpty;

    /// <summary>Connects when it must and may, and hands over what waits.</summary>
    public void Step(long utcMilliseconds)
    {
        TakeAnswers();
        if (!_session.IsConnected)
        {
            Requeue();
            TryConnect(utcMilliseconds);
        }

        SendWaiting();
    }

    /// <summary>Owes the broker a message; it goes out now or once there is a connection.</summary>
    public void Send(OutgoingMessage message)
    {
        _waiting.Enqueue(message);
        SendWaiting();
    }

    /// <summary>The next message that has come, oldest first.</summary>
    public bool TryReceive([NotNullWhen(true)] out MqttMessage? message) => _received.TryDequeue(out message);

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_session.IsConnected)
        {
            _session.Disconnect();
        }

        _session.Dispose();
    }

    private void TryConnect(long utcMilliseconds)
    {
        if (utcMilliseconds < _nextAttemptMilliseconds)
        {
            return;
        }

        _nextAttemptMilliseconds = utcMilliseconds + RetryMilliseconds;
        LastAnswer = _session.Connect(_options);
        _wasConnected = LastAnswer.IsAccepted;
        if (_wasConnected)
        {
            _session.Subscribe(_filters, qos: 1);
        }
    }

    private void SendWaiting()
    {
        while (_session.IsConnected && _waiting.TryPeek(out OutgoingMessage? message))
        {
            ushort id = _session.Publish(message.Topic, message.Payload, qos: 1, message.IsRetained);
            if (id == 0)
            {
                return;
            }

            _waiting.Dequeue();
            _unanswered[id] = message;
        }
    }

    private void TakeAnswers()
    {
        while (_answers.TryDequeue(out (ushort Id, bool IsAcknowledged) answer))
        {
            if (_unanswered.Remove(answer.Id, out OutgoingMessage? message) && !answer.IsAcknowledged)
            {
                _waiting.Enqueue(message);
            }
        }
    }

    private void Requeue()
    {
        if (!_wasConnected)
        {
            return;
        }

        _wasConnected = false;
        OutgoingMessage[] later = _waiting.ToArray();
        _waiting.Clear();
        foreach (OutgoingMessage message in _unanswered.OrderBy(entry => entry.Key).Select(entry => entry.Value).Concat(later))
        {
            _waiting.Enqueue(message);
        }

        _unanswered.Clear();
    }
}
