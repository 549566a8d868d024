// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>A link whose broker is the test: it accepts or refuses, acknowledges or stays silent.</summary>
internal sealed class TestLink : IMessageLink
{
    private readonly Queue<int> _acknowledged = new();
    private readonly Queue<int> _failed = new();
    private readonly Queue<(string Topic, byte[] Payload)> _received = new();
    private int _identifier;

    public LinkState State { get; private set; }

    public bool IsExhausted { get; set; }

    public string Address => "192.0.2.17";

    public string LastFailure => Accepts ? "" : "broker refuses, code 5";

    public int DroppedCount { get; set; }

    public bool Accepts { get; set; } = true;

    public bool Acknowledges { get; set; } = true;

    /// <summary>How many of the next messages are not taken, as when too many wait for their acknowledgement.</summary>
    public int Refuses { get; set; }

    public int OpenCount { get; private set; }

    public string WillTopic { get; private set; } = "";

    public string WillText { get; private set; } = "";

    public string[] Subscriptions { get; private set; } = [];

    public List<(string Topic, byte[] Payload, bool IsRetained)> Published { get; } = [];

    public void Open(string clientId, string willTopic, string willText, string[] subscriptions)
    {
        OpenCount++;
        WillTopic = willTopic;
        WillText = willText;
        Subscriptions = subscriptions;
        State = Accepts ? LinkState.Connected : LinkState.Closed;
    }

    public void Close()
    {
        Break();
    }

    /// <summary>The connection is gone, and with it what waited for its acknowledgement.</summary>
    public void Break()
    {
        State = LinkState.Closed;
        _acknowledged.Clear();
        _failed.Clear();
    }

    public int Publish(string topic, byte[] payload, int length, bool retain)
    {
        if (State != LinkState.Connected || Refuses > 0)
        {
            Refuses = Math.Max(0, Refuses - 1);
            return 0;
        }

        Published.Add((topic, payload[..length], retain));
        _identifier = (_identifier % 65535) + 1;
        if (Acknowledges)
        {
            _acknowledged.Enqueue(_identifier);
        }

        return _identifier;
    }

    public int TakeAcknowledged()
    {
        return _acknowledged.TryDequeue(out int identifier) ? identifier : 0;
    }

    public int TakeFailed()
    {
        return _failed.TryDequeue(out int identifier) ? identifier : 0;
    }

    public int TakeMessage(byte[] buffer, out string topic)
    {
        topic = null!;
        if (!_received.TryDequeue(out (string Topic, byte[] Payload) message))
        {
            return -1;
        }

        if (message.Payload.Length > buffer.Length)
        {
            DroppedCount++;
            return -2;
        }

        topic = message.Topic;
        message.Payload.CopyTo(buffer, 0);
        return message.Payload.Length;
    }

    /// <summary>The broker gave this message up.</summary>
    public void Fail(int identifier)
    {
        _failed.Enqueue(identifier);
    }

    public void Deliver(string topic, Message message)
    {
        byte[] buffer = new byte[MessageCodec.MaxMessageLength];
        Deliver(topic, buffer[..MessageCodec.Encode(message, buffer, 0)]);
    }

    public void Deliver(string topic, byte[] payload)
    {
        _received.Enqueue((topic, payload));
    }

    /// <summary>All published messages of a type, decoded.</summary>
    public List<T> Sent<T>()
        where T : Message, new()
    {
        var messages = new List<T>();
        foreach ((_, byte[] payload, _) in Published)
        {
            var message = new T();
            if (MessageCodec.PeekType(payload, 0, payload.Length) == message.Type)
            {
                RefusalReason reason = MessageCodec.Decode(payload, 0, payload.Length, message);
                messages.Add(reason == RefusalReason.Taken ? message : throw new InvalidOperationException($"Sent {message.Type} is {reason}."));
            }
        }

        return messages;
    }
}
