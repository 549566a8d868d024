// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace nanoFramework.M2Mqtt.Messages;

/// <summary>A published message was acknowledged or given up.</summary>
public class MqttMsgPublishedEventArgs : EventArgs
{
    /// <summary>Both values.</summary>
    public MqttMsgPublishedEventArgs(ushort messageId, bool isPublished)
    {
        MessageId = messageId;
        IsPublished = isPublished;
    }

    /// <summary>What Publish returned.</summary>
    public ushort MessageId { get; set; }

    /// <summary>False when no acknowledgement came after all attempts.</summary>
    public bool IsPublished { get; set; }
}
