// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>From a publisher to the queues of all subscribers. Called with the broker's lock held.</summary>
internal sealed class Router
{
    private readonly SubscriptionIndex _subscriptions = new();
    private readonly RetainedMessages _retained = new();
    private readonly MatchList _matches = new();
    private readonly Queue<Delivery> _deliveries;
    private readonly BusClock _clock;
    private readonly BusFaults _faults;
    private readonly BusCounters _counters;

    public Router(Queue<Delivery> deliveries, BusClock clock, BusFaults faults, BusCounters counters)
    {
        _deliveries = deliveries;
        _clock = clock;
        _faults = faults;
        _counters = counters;
    }

    /// <summary>Most messages kept for a client that is away; Mosquitto's default is the same.</summary>
    public int MaxWaitingMessages { get; set; } = 1000;

    public void Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain)
    {
        _counters.Published++;
        _subscriptions.FindSubscribers(topic, _matches);
        if (_matches.Matches.IsEmpty && !retain)
        {
            return;
        }

        byte[] copy = payload.ToArray();
        if (retain)
        {
            _retained.Store(topic, copy, qos);
        }

        OfferToMatches(topic, copy, qos);
    }

    public void Subscribe(ClientRecord client, string[] filters, int qos)
    {
        foreach (string filter in filters)
        {
            _subscriptions.Add(filter, client, qos);
            foreach (MqttMessage kept in _retained.Find(filter))
            {
                Offer(client, kept with { QualityOfService = Math.Min(kept.QualityOfService, qos) });
            }
        }
    }

    public void Unsubscribe(ClientRecord client, string[] filters)
    {
        foreach (string filter in filters)
        {
            _subscriptions.Remove(filter, client);
        }
    }

    public void Forget(ClientRecord client)
    {
        _subscriptions.RemoveAll(client);
    }

    /// <summary>Announces what has waited for a client that is reachable again.</summary>
    public void Resume(ClientRecord client)
    {
        for (int i = 0; i < client.WaitingCount; i++)
        {
            _deliveries.Enqueue(Delivery.NextMessage(client));
        }
    }

    private void OfferToMatches(string topic, byte[] payload, int qos)
    {
        // All receivers of the same QoS share one message object.
        MqttMessage? atMostOnce = null;
        MqttMessage? atLeastOnce = null;
        foreach (MatchList.Match match in _matches.Matches)
        {
            MqttMessage message = Math.Min(qos, match.Qos) == 0
                ? atMostOnce ??= new MqttMessage(topic, payload, 0, IsRetained: false, IsDuplicate: false)
                : atLeastOnce ??= new MqttMessage(topic, payload, 1, IsRetained: false, IsDuplicate: false);
            Offer(match.Client, message);
        }
    }

    private void Offer(ClientRecord client, MqttMessage message)
    {
        if (!_faults.AppliesToMessagesOf(client.ClientId))
        {
            Enqueue(client, message);
        }
        else if (!_faults.Loses())
        {
            OfferWithFaults(client, message);
        }
    }

    private void OfferWithFaults(ClientRecord client, MqttMessage message)
    {
        bool isTwice = message.QualityOfService > 0 && _faults.Duplicates();
        if (_faults.HoldsBack(out int milliseconds))
        {
            _clock.Schedule(milliseconds, () => Enqueue(client, message, isTwice));
        }
        else
        {
            Enqueue(client, message, isTwice);
        }
    }

    private void Enqueue(ClientRecord client, MqttMessage message, bool isTwice)
    {
        Enqueue(client, message);
        if (isTwice)
        {
            Enqueue(client, message with { IsDuplicate = true });
        }
    }

    private void Enqueue(ClientRecord client, MqttMessage message)
    {
        if (client.IsReachable)
        {
            client.Enqueue(message);
            _deliveries.Enqueue(Delivery.NextMessage(client));
        }
        else if (client.Keeps(message) && client.WaitingCount < MaxWaitingMessages)
        {
            client.Enqueue(message);
        }
        else
        {
            _counters.NotKept++;
        }
    }
}
