// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>The client did something wrong.</summary>
public class MqttClientException : Exception
{
    /// <summary>What it was.</summary>
    public MqttClientException(MqttClientErrorCode errorCode)
    {
        ErrorCode = errorCode;
    }

    /// <summary>What it was.</summary>
    public MqttClientErrorCode ErrorCode { get; set; }
}
