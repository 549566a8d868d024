// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Threading;
using Prosumeter.Simulator.Bus.InProcess;

namespace Prosumeter.Simulator.Bus;

/// <summary>An MQTT 3.1.1 broker inside the process, deterministic and in logical time.</summary>
/// <remarks>
/// Nothing is delivered inside Publish: events wait, in the order in which they were caused, for <see cref="Pump"/> or <see cref="AdvanceTo"/> and
/// are raised there, on the caller's thread. Sessions may be used from any thread; one thread pumps.
/// </remarks>
public sealed class InProcessBroker : IMqttBroker
{
    private readonly Queue<Delivery> _deliveries = new();
    private bool _isPumping;

    /// <summary>An empty broker at logical time 0.</summary>
    public InProcessBroker()
    {
        Counters = new BusCounters();
        Faults = new BusFaults(Counters);
        Router = new Router(_deliveries, Clock, Faults, Counters);
        Clients = new ClientTable(Router);
    }

    /// <summary>What became of the messages.</summary>
    public BusCounters Counters { get; }

    /// <summary>The network faults; none at first.</summary>
    public BusFaults Faults { get; }

    /// <summary>Most QoS 1 messages kept for one client that is away; more are counted in <see cref="BusCounters.NotKept"/>. 1000 as in Mosquitto.</summary>
    public int MaxWaitingMessages
    {
        get => Router.MaxWaitingMessages;
        set => Router.MaxWaitingMessages = value;
    }

    /// <summary>Logical time: only <see cref="AdvanceTo"/> moves it.</summary>
    public long NowMilliseconds => Clock.NowMilliseconds;

    /// <summary>When the next delayed message, repetition or keep alive is due; <see cref="long.MaxValue"/> when there is none.</summary>
    public long NextDueMilliseconds
    {
        get
        {
            lock (Gate)
            {
                return Clock.NextDueMilliseconds;
            }
        }
    }

    internal Lock Gate { get; } = new();

    internal BusClock Clock { get; } = new();

    internal Router Router { get; }

    internal ClientTable Clients { get; }

    /// <inheritdoc/>
    public IMqttSession CreateSession()
    {
        return new InProcessSession(this);
    }

    /// <summary>Raises all events that wait, and those they cause, until it is quiet. Does nothing inside a handler: the pump that called it goes on.</summary>
    /// <returns>Number of events.</returns>
    public int Pump()
    {
        return AdvanceTo(Clock.NowMilliseconds);
    }

    /// <summary>Pumps and moves the logical time on, doing what falls due on the way in its order.</summary>
    /// <param name="milliseconds">The new time; an earlier one than the present leaves it as it is.</param>
    /// <returns>Number of events.</returns>
    public int AdvanceTo(long milliseconds)
    {
        lock (Gate)
        {
            if (_isPumping)
            {
                return 0;
            }

            _isPumping = true;
        }

        try
        {
            return DeliverUntil(Math.Max(milliseconds, Clock.NowMilliseconds));
        }
        finally
        {
            _isPumping = false;
        }
    }

    /// <summary>Fault: the connection of a client breaks. The broker publishes its last will, the client gets Closed.</summary>
    /// <returns>False when no such client is connected.</returns>
    public bool DropClient(string clientId)
    {
        lock (Gate)
        {
            ClientRecord? client = Clients.FindConnected(clientId);
            if (client is not null)
            {
                Clients.End(client, isGraceful: false);
            }

            return client is not null;
        }
    }

    /// <summary>Fault: all connections break.</summary>
    public void DropAllClients()
    {
        lock (Gate)
        {
            foreach (string clientId in Clients.FindConnected())
            {
                DropClient(clientId);
            }
        }
    }

    /// <summary>Fault: nothing gets through to and from a client any more, and nobody is told; see <see cref="IMqttSession.IsSilent"/>.</summary>
    /// <returns>False when no such client is connected.</returns>
    public bool SilenceClient(string clientId)
    {
        lock (Gate)
        {
            ClientRecord? client = Clients.FindConnected(clientId);
            bool isFound = client is { Session: { IsConnected: true } session } && session.Epoch == client.Epoch;
            client?.Session!.IsSilent |= isFound;
            return isFound;
        }
    }

    internal void Send(Delivery delivery)
    {
        _deliveries.Enqueue(delivery);
    }

    internal MqttConnectStatus AnswerTo(MqttConnectOptions options)
    {
        bool needsId = options.ClientId.Length == 0 && !options.IsCleanSession;
        return needsId ? MqttConnectStatus.IdentifierRejected : Faults.AnswerTo(options.ClientId);
    }

    private int DeliverUntil(long milliseconds)
    {
        int count = 0;
        do
        {
            while (TryDeliverNext())
            {
                count++;
            }
        }
        while (TryFireNext(milliseconds));
        return count;
    }

    private bool TryFireNext(long limitMilliseconds)
    {
        lock (Gate)
        {
            bool isDue = Clock.TryAdvance(limitMilliseconds, out Action? due);
            due?.Invoke();
            return isDue;
        }
    }

    private bool TryDeliverNext()
    {
        Delivery delivery;
        MqttMessage? message = null;
        InProcessSession? receiver;
        lock (Gate)
        {
            do
            {
                if (!_deliveries.TryDequeue(out delivery))
                {
                    return false;
                }

                receiver = FindReceiver(delivery, out message);
            }
            while (receiver is null);
        }

        if (message is null)
        {
            receiver.Raise(delivery);
        }
        else
        {
            receiver.Raise(message);
        }

        return true;
    }

    private InProcessSession? FindReceiver(Delivery delivery, out MqttMessage? message)
    {
        message = null;
        if (delivery.Client is null)
        {
            return delivery.Session!.Admits(delivery) ? delivery.Session : null;
        }

        if (!delivery.Client.TryTake(out message))
        {
            return null;
        }

        Counters.Delivered++;
        return delivery.Client.Session;
    }
}
