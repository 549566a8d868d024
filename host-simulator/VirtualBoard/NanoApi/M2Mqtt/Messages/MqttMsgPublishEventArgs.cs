// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace nanoFramework.M2Mqtt.Messages;

/// <summary>A message has come.</summary>
public class MqttMsgPublishEventArgs : EventArgs
{
    /// <summary>All of it.</summary>
    public MqttMsgPublishEventArgs(string topic, byte[] message, bool dupFlag, MqttQoSLevel qosLevel, bool retain)
    {
        Topic = topic;
        Message = message;
        DupFlag = dupFlag;
        QosLevel = qosLevel;
        Retain = retain;
    }

    /// <summary>Topic name.</summary>
    public string Topic { get; }

    /// <summary>Payload.</summary>
    public byte[] Message { get; }

    /// <summary>The broker sends it again.</summary>
    public bool DupFlag { get; }

    /// <summary>QoS it came with.</summary>
    public MqttQoSLevel QosLevel { get; }

    /// <summary>The broker had kept it.</summary>
    public bool Retain { get; }
}
