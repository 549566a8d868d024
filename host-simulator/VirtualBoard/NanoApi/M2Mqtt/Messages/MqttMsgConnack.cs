// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace nanoFramework.M2Mqtt.Messages;

/// <summary>The broker's answer to CONNECT.</summary>
public class MqttMsgConnack
{
    /// <summary>How it answered.</summary>
    public MqttReasonCode ReturnCode { get; set; }

    /// <summary>Whether it still had the client's session.</summary>
    public bool SessionPresent { get; set; }
}
