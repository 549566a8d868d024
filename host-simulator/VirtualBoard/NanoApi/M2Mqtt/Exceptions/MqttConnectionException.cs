// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>The broker was not reached.</summary>
public class MqttConnectionException : Exception
{
    /// <summary>Why.</summary>
    public MqttConnectionException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
