// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace nanoFramework.M2Mqtt.Messages;

/// <summary>The broker has answered CONNECT, perhaps with a refusal.</summary>
public class ConnectionOpenedEventArgs : EventArgs
{
    /// <summary>The answer.</summary>
    public ConnectionOpenedEventArgs(MqttMsgConnack connact)
    {
        Message = connact;
    }

    /// <summary>The answer.</summary>
    public MqttMsgConnack Message { get; }
}
