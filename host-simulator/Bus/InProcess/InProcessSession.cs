// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>The client's end of a session with an <see cref="InProcessBroker"/>.</summary>
internal sealed class InProcessSession : IMqttSession
{
    private readonly InProcessBroker _broker;
    private readonly HashSet<ushort> _unacknowledged = [];
    private MqttConnectOptions _options = new();
    private ClientRecord? _client;
    private Silence? _silence;
    private volatile bool _isConnected;
    private ushort _lastId;

    public InProcessSession(InProcessBroker broker)
    {
        _broker = broker;
    }

    public event Action<MqttMessage>? MessageReceived;

    public event Action<ushort, bool>? Published;

    public event Action<ushort, int>? Subscribed;

    public event Action<ushort>? Unsubscribed;

    public event Action? Closed;

    public bool IsConnected => _isConnected;

    public bool IsSilent
    {
        get => _silence is not null;
        set
        {
            lock (_broker.Gate)
            {
                SetSilent(value && _isConnected);
            }
        }
    }

    /// <summary>Counts connections, so that nothing of an old one reaches a new one.</summary>
    public int Epoch { get; private set; }

    public MqttConnectResult Connect(MqttConnectOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        lock (_broker.Gate)
        {
            if (_isConnected)
            {
                throw new InvalidOperationException($"Client '{_options.ClientId}' is connected already.");
            }

            MqttConnectStatus status = _broker.AnswerTo(options);
            return status == MqttConnectStatus.Accepted ? Open(options) : Refused(status);
        }
    }

    public void Disconnect()
    {
        End(isGraceful: true);
    }

    public void Abort()
    {
        End(isGraceful: false);
    }

    public void Dispose()
    {
        lock (_broker.Gate)
        {
            End(isGraceful: false);
            Epoch++;
        }
    }

    public ushort Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        MqttTopic.RequireName(topic);
        MqttTopic.RequireQos(qos);
        MqttTopic.RequirePayload(payload);
        lock (_broker.Gate)
        {
            if (!_isConnected || _unacknowledged.Count == ushort.MaxValue)
            {
                return 0;
            }

            ushort id = NextId();
            Transmit(id, topic, payload, qos, retain);
            return id;
        }
    }

    public ushort Subscribe(string[] filters, int qos)
    {
        MqttTopic.RequireFilters(filters);
        MqttTopic.RequireQos(qos);
        lock (_broker.Gate)
        {
            return Request(DeliveryKind.Subscribed, qos, client => _broker.Router.Subscribe(client, filters, qos));
        }
    }

    public void Acknowledge(MqttMessage message)
    {
        lock (_broker.Gate)
        {
            _client?.Acknowledge(message);
        }
    }

    public ushort Unsubscribe(string[] filters)
    {
        MqttTopic.RequireFilters(filters);
        lock (_broker.Gate)
        {
            return Request(DeliveryKind.Unsubscribed, 0, client => _broker.Router.Unsubscribe(client, filters));
        }
    }

    /// <summary>The broker's end of connection <paramref name="epoch"/> is gone; the client hears of it unless the network is silent.</summary>
    public void NoticeEnd(int epoch)
    {
        if (_isConnected && epoch == Epoch && !IsSilent)
        {
            Close();
        }
    }

    /// <summary>The client gives the connection up.</summary>
    public void Close()
    {
        _isConnected = false;
        _client = null;
        _silence = null;
        _broker.Send(Delivery.Event(DeliveryKind.Closed, this, Epoch));
    }

    public bool Waits(int epoch, ushort id)
    {
        return epoch == Epoch && _isConnected && (id == 0 || _unacknowledged.Contains(id));
    }

    public void Raise(MqttMessage message)
    {
        MessageReceived?.Invoke(message);
    }

    /// <summary>Hands an event to the owner. Acknowledgements that come twice or too late are dropped here.</summary>
    public void Raise(Delivery delivery)
    {
        switch (delivery.Kind)
        {
            case DeliveryKind.Published:
                Published?.Invoke(delivery.Id, delivery.Value == 1);
                break;
            case DeliveryKind.Subscribed:
                Subscribed?.Invoke(delivery.Id, delivery.Value);
                break;
            case DeliveryKind.Unsubscribed:
                Unsubscribed?.Invoke(delivery.Id);
                break;
            case DeliveryKind.Closed:
                Closed?.Invoke();
                break;
        }
    }

    /// <summary>Whether an event is still for somebody. Called with the broker's lock held.</summary>
    public bool Admits(Delivery delivery)
    {
        return delivery.Epoch == Epoch && (delivery.Kind != DeliveryKind.Published || _unacknowledged.Remove(delivery.Id));
    }

    private static MqttConnectResult Refused(MqttConnectStatus status)
    {
        return new MqttConnectResult(status, false, $"The in-process broker: {status}.");
    }

    private MqttConnectResult Open(MqttConnectOptions options)
    {
        Epoch++;
        _silence = null;
        _options = options;
        _unacknowledged.Clear();
        _client = _broker.Clients.Accept(this, Epoch, options, out bool isSessionPresent);
        _isConnected = true;
        return new MqttConnectResult(MqttConnectStatus.Accepted, isSessionPresent, "");
    }

    private void End(bool isGraceful)
    {
        lock (_broker.Gate)
        {
            if (!_isConnected)
            {
                return;
            }

            if (IsSilent)
            {
                // The broker hears nothing of it; its keep alive will tell.
                Close();
            }
            else
            {
                _broker.Clients.End(_client!, isGraceful);
            }
        }
    }

    private void SetSilent(bool isSilent)
    {
        if (isSilent == IsSilent)
        {
            return;
        }

        Silence? lifted = _silence;
        _silence = isSilent ? new Silence(_broker, this, _client!, _options.KeepAliveSeconds) : null;
        lifted?.Lift();
    }

    private ushort Request(DeliveryKind answer, int value, Action<ClientRecord> request)
    {
        if (!_isConnected)
        {
            return 0;
        }

        ushort id = NextId();
        if (!IsSilent)
        {
            // The answer first: retained messages follow it.
            _broker.Send(Delivery.Event(answer, this, Epoch, id, value));
            request(_client!);
        }

        return id;
    }

    private void Transmit(ushort id, string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        if (qos > 0)
        {
            _unacknowledged.Add(id);
        }

        if (IsSilent || _broker.Faults.AppliesToMessagesOf(_client!.ClientId))
        {
            new Transmission(_broker, this, _options, id, new MqttMessage(topic, payload.ToArray(), qos, retain, false)).Send();
            return;
        }

        _broker.Router.Publish(topic, payload, qos, retain);
        if (qos > 0)
        {
            _broker.Send(Delivery.Event(DeliveryKind.Published, this, Epoch, id, 1));
        }
    }

    private ushort NextId()
    {
        do
        {
            _lastId = _lastId == ushort.MaxValue ? (ushort)1 : (ushort)(_lastId + 1);
        }
        while (_unacknowledged.Contains(_lastId));
        return _lastId;
    }
}
