// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using nanoFramework.M2Mqtt.Messages;
using Prosumeter.Simulator.Bus;

namespace nanoFramework.M2Mqtt;

/// <summary>A packet that the client has queued, and how to send it.</summary>
internal sealed class InflightMessage
{
    private readonly Func<IMqttSession, ushort> _send;

    private InflightMessage(ushort id, int topicCount, bool isAnswered, bool isKeptInSession, Func<IMqttSession, ushort> send)
    {
        Id = id;
        TopicCount = topicCount;
        IsAnswered = isAnswered;
        IsKeptInSession = isKeptInSession;
        _send = send;
    }

    /// <summary>The client's identifier; the session's is another one.</summary>
    public ushort Id { get; }

    /// <summary>Topics of a subscription.</summary>
    public int TopicCount { get; }

    /// <summary>Whether the broker answers it.</summary>
    public bool IsAnswered { get; }

    /// <summary>Whether it is sent again when a session that is not clean goes on.</summary>
    public bool IsKeptInSession { get; }

    public static InflightMessage Publish(ushort id, string topic, byte[]? message, MqttQoSLevel qosLevel, bool retain)
    {
        int qos = (int)qosLevel;
        return new InflightMessage(id, 0, qos > 0, qos > 0, session => session.Publish(topic, message, qos, retain));
    }

    public static InflightMessage Subscribe(ushort id, string[] topics, MqttQoSLevel[] qosLevels)
    {
        return new InflightMessage(id, topics.Length, true, false, session => session.Subscribe(topics, CommonQos(topics, qosLevels)));
    }

    public static InflightMessage Unsubscribe(ushort id, string[] topics)
    {
        return new InflightMessage(id, topics.Length, true, false, session => session.Unsubscribe(topics));
    }

    /// <returns>The session's identifier, 0 when it is not connected.</returns>
    /// <exception cref="ArgumentException">A topic is not valid, or topics and levels do not fit.</exception>
    public ushort SendTo(IMqttSession session)
    {
        return _send(session);
    }

    /// <summary>QoS 2 is granted as 1.</summary>
    private static int CommonQos(string[] topics, MqttQoSLevel[] qosLevels)
    {
        if (qosLevels.Length != topics.Length || !Array.TrueForAll(qosLevels, level => level == qosLevels[0]))
        {
            throw new ArgumentException("The virtual board subscribes with one QoS level for all topics of a request.");
        }

        return Math.Min((int)qosLevels[0], 1);
    }
}
