// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace nanoFramework.M2Mqtt;

/// <summary>Settings of all clients. On the desktop all boards of the process share them, as all clients of a device do.</summary>
public class MqttSettings
{
    /// <summary>Port without TLS.</summary>
    public const int BrokerDefaultPort = 1883;

    /// <summary>Port with TLS.</summary>
    public const int BrokerDefaultSslPort = 8883;

    /// <summary>Milliseconds to wait for CONNACK.</summary>
    public const int ConnectTimeout = 30000;

    /// <summary>Milliseconds between attempts to send.</summary>
    public const int DefaultDelayRetry = 1000;

    /// <summary>Messages in the queue.</summary>
    public const int DefaultInflightQueueSize = int.MaxValue;

    /// <summary>Attempts to send.</summary>
    public const int MaximumAttemptsRetry = 3;

    private MqttSettings()
    {
    }

    /// <summary>The settings.</summary>
    public static MqttSettings Instance { get; } = new();

    /// <summary>How often a QoS 1 message is sent before it counts as not published.</summary>
    public int AttemptsOnRetry { get; } = MaximumAttemptsRetry;

    /// <summary>How long each attempt waits for its acknowledgement, in milliseconds.</summary>
    public int DelayOnRetry { get; } = DefaultDelayRetry;

    /// <summary>Most messages that are queued or wait for an acknowledgement, received ones included.</summary>
    public int InflightQueueSize { get; set; } = DefaultInflightQueueSize;

    /// <summary>Whether a TLS client checks who the broker is.</summary>
    public bool ValidateServerCertificate { get; set; } = true;
}
