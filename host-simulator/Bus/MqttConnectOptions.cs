// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Bus;

/// <summary>What a client tells the broker when it connects, and how patient it is.</summary>
public sealed class MqttConnectOptions
{
    /// <summary>Client identifier, unique at the broker. Empty asks the broker for one and needs <see cref="IsCleanSession"/>.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>False keeps subscriptions and QoS 1 messages at the broker while the client is away.</summary>
    public bool IsCleanSession { get; init; } = true;

    /// <summary>
    /// True when QoS 1 messages that come are acknowledged to the broker only by <see cref="IMqttSession.Acknowledge"/>, once the receiver has them safe. What was not
    /// comes again after the next connection of a kept session. Until all that came is acknowledged, nothing goes out either: MQTT 3.1.1 section 4.6 wants order.
    /// </summary>
    public bool AcknowledgesByHand { get; init; }

    /// <summary>Longest silence in seconds, 0 to 65535; 0 switches the check off. libmosquitto takes 1 to 4 as 5.</summary>
    public int KeepAliveSeconds { get; init; } = 60;

    /// <summary>User name, or null.</summary>
    public string? UserName { get; init; }

    /// <summary>Password, or null.</summary>
    public string? Password { get; init; }

    /// <summary>The last will, or null.</summary>
    public MqttWill? Will { get; init; }

    /// <summary>How long a connecting client waits for the broker's answer.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a QoS 1 message waits for its acknowledgement before the next attempt, in milliseconds.</summary>
    public int AcknowledgementTimeoutMilliseconds { get; init; } = 10_000;

    /// <summary>After how many time-outs a QoS 1 message counts as failed. libmosquitto waits as long, but sends once: TCP repeats for it.</summary>
    public int PublishAttempts { get; init; } = 3;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentException">One is not valid MQTT; the message names it.</exception>
    public void Validate()
    {
        MqttTopic.RequireText(ClientId, nameof(ClientId));
        RequireRange(KeepAliveSeconds, 0, ushort.MaxValue, nameof(KeepAliveSeconds));
        RequireRange(AcknowledgementTimeoutMilliseconds, 1, int.MaxValue, nameof(AcknowledgementTimeoutMilliseconds));
        RequireRange(PublishAttempts, 1, int.MaxValue, nameof(PublishAttempts));
        if (Will is not null)
        {
            MqttTopic.RequireName(Will.Topic);
            MqttTopic.RequireQos(Will.QualityOfService);
            RequireRange(Will.Payload.Length, 0, ushort.MaxValue, "Will.Payload.Length");
        }
    }

    private static void RequireRange(int value, int lowest, int highest, string name)
    {
        if (value < lowest || value > highest)
        {
            throw new ArgumentException($"{name} is {value}; it must be {lowest} to {highest}.");
        }
    }
}
