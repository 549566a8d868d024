// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace nanoFramework.M2Mqtt.Exceptions;

/// <summary>What a client did wrong.</summary>
public enum MqttClientErrorCode
{
    /// <summary>Bad last will.</summary>
    WillWrong = 1,

    /// <summary>Bad keep alive.</summary>
    KeepAliveWrong,

    /// <summary>A wildcard in a topic name.</summary>
    TopicWildcard,

    /// <summary>Topic empty or too long.</summary>
    TopicLength,

    /// <summary>Unknown QoS.</summary>
    QosNotAllowed,

    /// <summary>No topics.</summary>
    TopicsEmpty,

    /// <summary>No QoS levels.</summary>
    QosLevelsEmpty,

    /// <summary>Not one QoS level a topic.</summary>
    TopicsQosLevelsNotMatch,

    /// <summary>The broker sent what only clients send.</summary>
    WrongBrokerMessage,

    /// <summary>No message identifier.</summary>
    WrongMessageId,

    /// <summary>The queue of messages to send is full.</summary>
    InflightQueueFull,

    /// <summary>Bad flags in a packet.</summary>
    InvalidFlagBits,

    /// <summary>Bad flags in CONNECT.</summary>
    InvalidConnectFlags,

    /// <summary>Bad client identifier.</summary>
    InvalidClientId,

    /// <summary>Bad protocol name.</summary>
    InvalidProtocolName,
}
