// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>The last retained message of each topic: MQTT 3.1.1 section 3.3.1.3.</summary>
internal sealed class RetainedMessages
{
    private readonly SortedDictionary<string, MqttMessage> _messages = new(StringComparer.Ordinal);

    /// <summary>Keeps the message; an empty payload forgets the topic.</summary>
    public void Store(string topic, byte[] payload, int qos)
    {
        if (payload.Length == 0)
        {
            _messages.Remove(topic);
        }
        else
        {
            _messages[topic] = new MqttMessage(topic, payload, qos, IsRetained: true, IsDuplicate: false);
        }
    }

    /// <summary>All that match, by topic in ordinal order.</summary>
    public IEnumerable<MqttMessage> Find(string filter)
    {
        if (!filter.AsSpan().ContainsAny('+', '#'))
        {
            return _messages.TryGetValue(filter, out MqttMessage? message) ? [message] : [];
        }

        return FindByWildcard(filter);
    }

    private List<MqttMessage> FindByWildcard(string filter)
    {
        var found = new List<MqttMessage>();
        foreach (MqttMessage message in _messages.Values)
        {
            if (MqttTopic.Matches(filter, message.Topic))
            {
                found.Add(message);
            }
        }

        return found;
    }
}
