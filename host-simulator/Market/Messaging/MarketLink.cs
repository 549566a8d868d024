// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Simulator.Market;

/// <summary>
/// The market's way to its broker, QoS 1 both ways. What the broker has not acknowledged is sent again after a lost connection. A burst of bids is spread over several
/// sessions by a shared subscription: Mosquitto drops QoS 1 messages beyond 1000 that wait for one session (max_queued_messages), even while it is connected.
/// </summary>
internal sealed class MarketLink : IDisposable
{
    private readonly MarketSession[] _sessions;
    private readonly Queue<OwedMessage> _waiting = new();
    private readonly Dictionary<ushort, OwedMessage> _unanswered = [];
    private readonly List<long> _paid = [];
    private readonly List<(MarketSession Session, MqttMessage Message)> _heard = [];
    private bool _wasConnected;

    public MarketLink(IMqttBroker broker, string cluster, int sessions, IEnumerable<string> others)
    {
        string share = sessions == 1 ? string.Empty : $"$share/prosumeter-market-{cluster}/";
        string[] shared = [share + TopicFilters.ForAllMeters(cluster, MessageType.Bid), share + TopicFilters.ForAllMeters(cluster, MessageType.SlotReport)];
        string[] own = [TopicFilters.ForAllMeters(cluster, MessageType.Birth), .. others];
        _sessions = Enumerable.Range(0, sessions)
            .Select(index => new MarketSession(
                broker,
                $"prosumeter-market-{cluster}" + (index == 0 ? string.Empty : $"-{index}"),
                index == 0 ? [.. own, .. shared] : shared))
            .ToArray();
    }

    /// <summary>The broker's answer to the last attempt to connect; null before the first.</summary>
    public MqttConnectResult? LastAnswer => Speaker.LastAnswer;

    /// <summary>Whether all sessions are open.</summary>
    public bool IsConnected => Array.TrueForAll(_sessions, session => session.IsConnected);

    /// <summary>Whether there is something to do before the clock says so; a lost connection is, or a market would wait for its next gate to open a new one.</summary>
    public bool HasReceived => Array.Exists(_sessions, session => session.HasReceived) || !Speaker.Answers.IsEmpty || _wasConnected != IsConnected;

    /// <summary>Messages that the broker has not acknowledged yet.</summary>
    public int OwedCount => _waiting.Count + _unanswered.Count;

    private MarketSession Speaker => _sessions[0];

    /// <summary>Connects when it must and may, and hands over what waits.</summary>
    /// <returns>True when the broker had to be met anew and remembers nothing: what it kept for others is gone too.</returns>
    public bool Step(long utcMilliseconds)
    {
        TakeAnswers();
        bool isForgotten = false;
        foreach (MarketSession session in _sessions.Where(session => session.Step(utcMilliseconds)))
        {
            if (session == Speaker)
            {
                Requeue();
                isForgotten = !session.LastAnswer!.IsSessionPresent;
            }
        }

        SendWaiting();
        _wasConnected = IsConnected;
        return isForgotten;
    }

    /// <summary>Owes the broker a message; it goes out now or once there is a connection.</summary>
    public void Send(OwedMessage message)
    {
        _waiting.Enqueue(message);
        SendWaiting();
    }

    /// <summary>Has the broker send the birth it keeps of a meter.</summary>
    public void AskForBirth(string topic) => Speaker.Ask(topic);

    /// <summary>The next message that has come.</summary>
    public bool TryReceive([NotNullWhen(true)] out MqttMessage? message)
    {
        foreach (MarketSession session in _sessions)
        {
            if (session.TryReceive(out message))
            {
                _heard.Add((session, message));
                return true;
            }
        }

        message = null;
        return false;
    }

    /// <summary>Tells the broker that all that was received is safe.</summary>
    public void AcknowledgeReceived()
    {
        foreach ((MarketSession session, MqttMessage message) in _heard)
        {
            session.Acknowledge(message);
        }

        _heard.Clear();
    }

    /// <summary>Takes the identifiers of the messages that the broker has acknowledged since the last call.</summary>
    public void TakePaid(List<long> into)
    {
        into.AddRange(_paid);
        _paid.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (MarketSession session in _sessions)
        {
            session.Dispose();
        }
    }

    private void SendWaiting()
    {
        while (Speaker.IsConnected && _waiting.TryPeek(out OwedMessage? message))
        {
            ushort id = Speaker.Publish(message);
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
        while (Speaker.Answers.TryDequeue(out (ushort Id, bool IsAcknowledged) answer))
        {
            if (!_unanswered.Remove(answer.Id, out OwedMessage? message))
            {
                continue;
            }

            if (answer.IsAcknowledged)
            {
                _paid.Add(message.Id);
            }
            else
            {
                _waiting.Enqueue(message);
            }
        }
    }

    // With a new connection: what the last one left unanswered goes first, in the order in which it was said.
    private void Requeue()
    {
        OwedMessage[] all = [.. _unanswered.Values, .. _waiting];
        _waiting.Clear();
        _unanswered.Clear();
        foreach (OwedMessage message in all.OrderBy(message => message.Id))
        {
            _waiting.Enqueue(message);
        }
    }
}
