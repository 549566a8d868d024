// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace nanoFramework.M2Mqtt.Messages;

/// <summary>A subscription was answered.</summary>
public class MqttMsgSubscribedEventArgs : EventArgs
{
    /// <summary>Both values.</summary>
    public MqttMsgSubscribedEventArgs(ushort messageId, MqttQoSLevel[] grantedQosLevels)
    {
        MessageId = messageId;
        GrantedQoSLevels = grantedQosLevels;
    }

    /// <summary>What Subscribe returned.</summary>
    public ushort MessageId { get; }

    /// <summary>One a topic.</summary>
    public MqttQoSLevel[] GrantedQoSLevels { get; }
}
