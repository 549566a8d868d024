// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace nanoFramework.M2Mqtt.Messages;

/// <summary>The end of a subscription was answered.</summary>
public class MqttMsgUnsubscribedEventArgs : EventArgs
{
    /// <summary>The identifier.</summary>
    public MqttMsgUnsubscribedEventArgs(ushort messageId)
    {
        MessageId = messageId;
    }

    /// <summary>What Unsubscribe returned.</summary>
    public ushort MessageId { get; }
}
