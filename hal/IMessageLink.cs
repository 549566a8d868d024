// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Hal
{
    /// <summary>The MQTT session. Callbacks of the network only enqueue; the step loop takes what has come. Never blocks.</summary>
    public interface IMessageLink
    {
        /// <summary>Where the link stands.</summary>
        LinkState State { get; }

        /// <summary>The board's IP address; 0.0.0.0 without one.</summary>
        string Address { get; }

        /// <summary>Why the last attempt that ended was none; empty after one that was accepted.</summary>
        string LastFailure { get; }

        /// <summary>Starts one attempt to connect and, once accepted, to subscribe. Does nothing while one is under way.</summary>
        /// <param name="clientId">MQTT client identifier, unique at the broker.</param>
        /// <param name="willTopic">Topic of the last will, retained, QoS 1.</param>
        /// <param name="willText">Payload of the last will: text, because the MQTT library takes it as a string.</param>
        /// <param name="subscriptions">Topic filters, all QoS 1.</param>
        void Open(string clientId, string willTopic, string willText, string[] subscriptions);

        /// <summary>Ends the session; a graceful end does not raise the last will.</summary>
        void Close();

        /// <summary>Hands one message to the network with QoS 1.</summary>
        /// <returns>Its identifier (1 to 65535), or 0 when it was not taken; then the caller still owns it.</returns>
        int Publish(string topic, byte[] payload, int length, bool retain);

        /// <summary>The next identifier the broker has acknowledged, or 0.</summary>
        int TakeAcknowledged();

        /// <summary>The next identifier that was given up after its retries, or 0.</summary>
        int TakeFailed();

        /// <summary>Copies the next message that has come, oldest first.</summary>
        /// <returns>Its payload length, -1 when none waits, -2 when it was longer than the buffer and was dropped (it is counted).</returns>
        int TakeMessage(byte[] buffer, out string topic);

        /// <summary>True while so many attempts hang that no new one is begun.</summary>
        bool IsExhausted { get; }

        /// <summary>Messages dropped because the receive queue was full or one was too long.</summary>
        int DroppedCount { get; }
    }
}
