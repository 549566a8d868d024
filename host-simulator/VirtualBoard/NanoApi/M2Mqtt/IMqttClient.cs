// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections;
using nanoFramework.M2Mqtt.Messages;

namespace nanoFramework.M2Mqtt;

/// <summary>An MQTT client.</summary>
public interface IMqttClient
{
    /// <summary>Handles the end of a connection.</summary>
    delegate void ConnectionClosedEventHandler(object sender, EventArgs e);

    /// <summary>Handles a message that has come.</summary>
    delegate void MqttMsgPublishEventHandler(object sender, MqttMsgPublishEventArgs e);

    /// <summary>Handles the fate of a published message.</summary>
    delegate void MqttMsgPublishedEventHandler(object sender, MqttMsgPublishedEventArgs e);

    /// <summary>Handles the answer to a subscription.</summary>
    delegate void MqttMsgSubscribedEventHandler(object sender, MqttMsgSubscribedEventArgs e);

    /// <summary>Handles the answer to the end of a subscription.</summary>
    delegate void MqttMsgUnsubscribedEventHandler(object sender, MqttMsgUnsubscribedEventArgs e);

    /// <summary>The connection has ended, but not by Close.</summary>
    event ConnectionClosedEventHandler? ConnectionClosed;

    /// <summary>A message has come.</summary>
    event MqttMsgPublishEventHandler? MqttMsgPublishReceived;

    /// <summary>A QoS 1 message was acknowledged or given up.</summary>
    event MqttMsgPublishedEventHandler? MqttMsgPublished;

    /// <summary>A subscription was answered.</summary>
    event MqttMsgSubscribedEventHandler? MqttMsgSubscribed;

    /// <summary>The end of a subscription was answered.</summary>
    event MqttMsgUnsubscribedEventHandler? MqttMsgUnsubscribed;

    /// <summary>Whether the broker has accepted and no end was noticed.</summary>
    bool IsConnected { get; }

    /// <summary>Connects.</summary>
    MqttReasonCode Connect(
        string clientId,
        string? username,
        string? password,
        bool willRetain,
        MqttQoSLevel willQosLevel,
        bool willFlag,
        string? willTopic,
        string? willMessage,
        bool cleanSession,
        ushort keepAlivePeriod);

    /// <summary>Ends the connection gracefully.</summary>
    void Disconnect();

    /// <summary>Drops the connection and the queue.</summary>
    void Close();

    /// <summary>Queues a message with QoS 0.</summary>
    ushort Publish(string topic, byte[]? message);

    /// <summary>Queues a message with QoS 0; a content type needs MQTT 5.</summary>
    ushort Publish(string topic, byte[]? message, string? contentType);

    /// <summary>Queues a message; content type and user properties need MQTT 5.</summary>
    ushort Publish(string topic, byte[]? message, string? contentType, ArrayList? userProperties, MqttQoSLevel qosLevel, bool retain);

    /// <summary>Queues a subscription.</summary>
    ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels);

    /// <summary>Queues the end of a subscription.</summary>
    ushort Unsubscribe(string[] topics);
}
