// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>Sending failed, or an answer did not come in time.</summary>
public class MqttCommunicationException : Exception
{
    /// <summary>No answer came.</summary>
    public MqttCommunicationException()
    {
    }

    /// <summary>Sending failed.</summary>
    public MqttCommunicationException(Exception e)
        : base(string.Empty, e)
    {
    }
}
