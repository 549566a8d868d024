// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace nanoFramework.M2Mqtt.Messages;

/// <summary>Quality of service.</summary>
public enum MqttQoSLevel
{
    /// <summary>QoS 0.</summary>
    AtMostOnce = 0,

    /// <summary>QoS 1.</summary>
    AtLeastOnce = 1,

    /// <summary>QoS 2; the virtual board does not publish with it.</summary>
    ExactlyOnce = 2,

    /// <summary>The broker refused a subscription.</summary>
    GrantedFailure = 0x80,
}
