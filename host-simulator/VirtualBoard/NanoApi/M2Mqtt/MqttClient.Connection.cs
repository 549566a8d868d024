// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Threading;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Network;
using Prosumeter.Simulator.Bus;

namespace nanoFramework.M2Mqtt;

/// <content>What happens behind the API: the threads of the real library, as events of the session.</content>
public partial class MqttClient
{
    private MqttReasonCode Open(MqttConnectOptions options)
    {
        var connection = new BoardConnection(_route.Board, _route.Open());
        Listen(connection);
        _connection = connection;
        MqttConnectResult answer = _route.Ask(connection.Session, options);
        RequireAnswer(answer);
        var code = (MqttReasonCode)(int)answer.Status;
        ConnectionOpened?.Invoke(this, new ConnectionOpenedEventArgs(new MqttMsgConnack { ReturnCode = code, SessionPresent = answer.IsSessionPresent }));
        if (answer.IsAccepted)
        {
            ClientId = options.ClientId;
            CleanSession = options.IsCleanSession;
            _isConnected = true;
            SendWaiting();
        }

        return code;
    }

    private void RequireAnswer(MqttConnectResult answer)
    {
        if (answer.Status == MqttConnectStatus.Unreachable)
        {
            throw new MqttConnectionException(answer.Reason, new System.IO.IOException(answer.Reason));
        }

        if (answer.Status == MqttConnectStatus.TimedOut)
        {
            _route.SpendConnectTimeout();
            throw new MqttCommunicationException();
        }
    }

    private void Listen(BoardConnection connection)
    {
        IMqttSession session = connection.Session;
        session.MessageReceived += OnMessage;
        session.Published += OnPublished;
        session.Subscribed += OnSubscribed;
        session.Unsubscribed += OnUnsubscribed;
        session.Closed += () => OnClosed(connection);
    }

    /// <summary>Drops the connection. Nothing is raised.</summary>
    /// <returns>Whether there was one.</returns>
    private bool Leave()
    {
        _isConnected = false;
        BoardConnection? connection = Interlocked.Exchange(ref _connection, null);
        connection?.Dispose();
        return connection is not null;
    }

    /// <summary>The queue goes with the connection; a session that is not clean keeps its QoS 1 messages for the next Connect of this client.</summary>
    private void ForgetQueue()
    {
        Requeue(message => message.IsKeptInSession && !CleanSession);
    }

    private void Requeue(Predicate<InflightMessage> isKept)
    {
        lock (_gate)
        {
            _inflight.Requeue(isKept);
        }
    }

    /// <returns>The identifier, or null when the queue is full.</returns>
    private ushort? Enqueue(Func<ushort, InflightMessage> create)
    {
        _route.Board.ThrowIfStopped();
        lock (_gate)
        {
            _lastMessageId = _lastMessageId == ushort.MaxValue ? (ushort)1 : (ushort)(_lastMessageId + 1);
            if (_inflight.Count >= Settings.InflightQueueSize)
            {
                return null;
            }

            _inflight.Enqueue(create(_lastMessageId));
        }

        _connection?.FollowNetwork();
        SendWaiting();
        return _lastMessageId;
    }

    private void SendWaiting()
    {
        BoardConnection? connection = _connection;
        if (connection is null || !_isConnected)
        {
            return;
        }

        try
        {
            lock (_gate)
            {
                SendWaiting(connection.Session);
            }
        }
        catch (ArgumentException)
        {
            // The real library's sending thread dies of a bad topic and takes the connection with it.
            BeginClosing();
        }
    }

    private void SendWaiting(IMqttSession session)
    {
        while (_inflight.HasWaiting)
        {
            MessageCut cut = _inflight.Peek().IsKeptInSession ? _route.Board.MqttFaults.TakeCut() : MessageCut.None;
            if (cut == MessageCut.InMessage)
            {
                BeginClosing();
                return;
            }

            ushort sessionId = _inflight.Peek().SendTo(session);
            if (sessionId == 0)
            {
                return;
            }

            _inflight.MarkSent(sessionId);
            if (cut == MessageCut.BeforeAcknowledgement)
            {
                BeginClosing();
                return;
            }
        }
    }

    private void OnMessage(MqttMessage message)
    {
        lock (_gate)
        {
            if (_inflight.Count >= Settings.InflightQueueSize)
            {
                // The real library queues received messages behind those to send, and does not look whether that worked.
                return;
            }
        }

        var e = new MqttMsgPublishEventArgs(
            message.Topic, message.Payload, message.IsDuplicate, (MqttQoSLevel)message.QualityOfService, message.IsRetained);
        Dispatch(() => MqttMsgPublishReceived?.Invoke(this, e));
    }

    private void OnPublished(ushort sessionId, bool isAcknowledged)
    {
        if (TakeAnswered(sessionId) is InflightMessage message)
        {
            Dispatch(() => MqttMsgPublished?.Invoke(this, new MqttMsgPublishedEventArgs(message.Id, isAcknowledged)));
        }
    }

    private void OnSubscribed(ushort sessionId, int qos)
    {
        if (TakeAnswered(sessionId) is InflightMessage message)
        {
            var granted = new MqttQoSLevel[message.TopicCount];
            Array.Fill(granted, (MqttQoSLevel)qos);
            Dispatch(() => MqttMsgSubscribed?.Invoke(this, new MqttMsgSubscribedEventArgs(message.Id, granted)));
        }
    }

    private void OnUnsubscribed(ushort sessionId)
    {
        if (TakeAnswered(sessionId) is InflightMessage message)
        {
            Dispatch(() => MqttMsgUnsubscribed?.Invoke(this, new MqttMsgUnsubscribedEventArgs(message.Id)));
        }
    }

    private InflightMessage? TakeAnswered(ushort sessionId)
    {
        lock (_gate)
        {
            return _inflight.TakeAnswered(sessionId);
        }
    }

    private void OnClosed(BoardConnection connection)
    {
        if (_connection == connection && Leave())
        {
            ForgetQueue();
            Dispatch(() => ConnectionClosed?.Invoke(this, EventArgs.Empty));
        }
    }

    /// <summary>Raises an event on the board. An exception in a handler closes the connection.</summary>
    private void Dispatch(Action raise)
    {
        using BoardScope scope = _route.Board.Enter();
        try
        {
            if (_route.Board.MqttFaults.TakeEventFailure())
            {
                throw new InvalidOperationException("A handler failed.");
            }

            raise();
        }
        catch (Exception)
        {
            BeginClosing();
        }
    }

    private void BeginClosing()
    {
        _isConnected = false;
        _connection?.Session.Abort();
    }
}
