// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Threading;

namespace Prosumeter.Simulator.Bus.Mosquitto;

/// <summary>The client's end of a session with a real broker.</summary>
internal sealed class MosquittoSession : IMqttSession
{
    private readonly MosquittoBroker _broker;
    private readonly Lock _gate = new();
    private MosquittoConnection? _connection;

    public MosquittoSession(MosquittoBroker broker)
    {
        _broker = broker;
    }

    public event Action<MqttMessage>? MessageReceived;

    public event Action<ushort, bool>? Published;

    public event Action<ushort, int>? Subscribed;

    public event Action<ushort>? Unsubscribed;

    public event Action? Closed;

    public bool IsConnected => _connection is { IsOpen: true };

    public bool IsSilent
    {
        get => _connection is { IsSilent: true };
        set
        {
            if (_connection is { IsOpen: true } connection)
            {
                connection.IsSilent = value;
                Wake();
            }
        }
    }

    public MqttConnectResult Connect(MqttConnectOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        if (options.ClientId.Length == 0 && !options.IsCleanSession)
        {
            return new MqttConnectResult(MqttConnectStatus.IdentifierRejected, false, "A session that is kept needs a client identifier.");
        }

        MosquittoConnection connection = Begin(options);
        if (connection.Start(_broker.Host, _broker.Port, options.KeepAliveSeconds))
        {
            _broker.Network.Add(connection);
        }

        MqttConnectResult answer = connection.Answer.Wait(options.ConnectTimeout);
        if (!answer.IsAccepted)
        {
            Leave(connection);
        }

        return answer;
    }

    public void Disconnect()
    {
        _connection?.Disconnect();
        Wake();
    }

    public void Abort()
    {
        MosquittoConnection? connection = _connection;
        if (connection is { IsOpen: true })
        {
            connection.Abort();
            Wake();
        }
    }

    public void Dispose()
    {
        MosquittoConnection? connection = Interlocked.Exchange(ref _connection, null);
        if (connection is { IsDisconnecting: false })
        {
            connection.Abort();
            Wake();
        }
    }

    public ushort Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        MqttTopic.RequireName(topic);
        MqttTopic.RequireQos(qos);
        MqttTopic.RequirePayload(payload);
        return _connection?.Publish(topic, payload, qos, retain) ?? 0;
    }

    public ushort Subscribe(string[] filters, int qos)
    {
        MqttTopic.RequireFilters(filters);
        MqttTopic.RequireQos(qos);
        return _connection?.Subscribe(filters, qos) ?? 0;
    }

    public void Acknowledge(MqttMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        (message.Owner as HeldMessages)?.Release();
    }

    public ushort Unsubscribe(string[] filters)
    {
        MqttTopic.RequireFilters(filters);
        return _connection?.Unsubscribe(filters) ?? 0;
    }

    /// <summary>Has an event raised on the dispatch thread, unless its connection is then no longer the session's.</summary>
    public void Post(MosquittoConnection connection, Action<MosquittoSession> raise)
    {
        _broker.Dispatcher.Post(() =>
        {
            if (ReferenceEquals(_connection, connection))
            {
                raise(this);
            }
        });
    }

    public void Wake()
    {
        _broker.Network.Wake();
    }

    public void RaiseMessage(MqttMessage message)
    {
        MessageReceived?.Invoke(message);
    }

    public void RaisePublished(MosquittoConnection connection, int id, bool isAcknowledged)
    {
        if (connection.Acknowledge(id))
        {
            Published?.Invoke((ushort)id, isAcknowledged);
        }
    }

    public void RaiseSubscribed(ushort id, int qos)
    {
        Subscribed?.Invoke(id, qos);
    }

    public void RaiseUnsubscribed(ushort id)
    {
        Unsubscribed?.Invoke(id);
    }

    public void RaiseClosed()
    {
        Closed?.Invoke();
    }

    private MosquittoConnection Begin(MqttConnectOptions options)
    {
        lock (_gate)
        {
            if (IsConnected)
            {
                throw new InvalidOperationException($"Client '{options.ClientId}' is connected already.");
            }

            _connection?.Abort();
            _connection = new MosquittoConnection(this, _broker.Name, options);
            return _connection;
        }
    }

    private void Leave(MosquittoConnection connection)
    {
        Interlocked.CompareExchange(ref _connection, null, connection);
        connection.Abort();
        Wake();
    }
}
