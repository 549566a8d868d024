// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace nanoFramework.M2Mqtt;

/// <summary>What the client has not sent yet, and what it has sent and waits for the answer to. Not safe by itself: the client locks.</summary>
internal sealed class InflightQueue
{
    private readonly Queue<InflightMessage> _waiting = new();
    private readonly Dictionary<ushort, InflightMessage> _sent = [];

    public int Count => _waiting.Count + _sent.Count;

    public bool HasWaiting => _waiting.Count > 0;

    public void Enqueue(InflightMessage message)
    {
        _waiting.Enqueue(message);
    }

    public InflightMessage Peek()
    {
        return _waiting.Peek();
    }

    /// <summary>The oldest waiting message is on its way under the session's identifier.</summary>
    public void MarkSent(ushort sessionId)
    {
        InflightMessage message = _waiting.Dequeue();
        if (message.IsAnswered)
        {
            _sent[sessionId] = message;
        }
    }

    /// <summary>Takes out what an answer is for.</summary>
    public InflightMessage? TakeAnswered(ushort sessionId)
    {
        _sent.Remove(sessionId, out InflightMessage? message);
        return message;
    }

    /// <summary>The connection is gone: what was sent waits again, before what waited already, as far as it is kept.</summary>
    public void Requeue(Predicate<InflightMessage> isKept)
    {
        var kept = new List<InflightMessage>(_sent.Values);
        kept.AddRange(_waiting);
        kept.RemoveAll(message => !isKept(message));
        _sent.Clear();
        _waiting.Clear();
        kept.ForEach(_waiting.Enqueue);
    }
}
