// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Bus;

/// <summary>The client's end of one MQTT 3.1.1 session, QoS 0 and 1.</summary>
/// <remarks>
/// No event is raised inside a method of this interface. <see cref="InProcessBroker"/> raises them in its pump, <see cref="MosquittoBroker"/> on a
/// thread of its own; handlers return soon and may call the session. After a connection has ended, <see cref="Connect"/> may be called again.
/// </remarks>
public interface IMqttSession : IDisposable
{
    /// <summary>A message for one of the subscriptions.</summary>
    event Action<MqttMessage>? MessageReceived;

    /// <summary>
    /// A QoS 1 message by its identifier: true once the broker has acknowledged it, false when it did not in time.
    /// What has had no event when <see cref="Closed"/> comes may have arrived or not.
    /// </summary>
    event Action<ushort, bool>? Published;

    /// <summary>The broker has taken the subscription with this identifier, and the QoS it granted.</summary>
    event Action<ushort, int>? Subscribed;

    /// <summary>The broker has ended the subscriptions of the request with this identifier.</summary>
    event Action<ushort>? Unsubscribed;

    /// <summary>The connection has ended: by <see cref="Disconnect"/>, by <see cref="Abort"/>, by the broker or by a broken network. Not raised by Dispose.</summary>
    event Action? Closed;

    /// <summary>Whether the broker has accepted the session and neither side has noticed an end.</summary>
    bool IsConnected { get; }

    /// <summary>
    /// Fault switch: true while the network lets nothing through in either direction and tells nobody. Each end notices by its keep alive; when
    /// it is false again before, what was under way arrives. Only a connected session can be silent, and a new connection is not.
    /// </summary>
    bool IsSilent { get; set; }

    /// <summary>Opens a connection and waits for the broker's answer.</summary>
    /// <returns>The answer; a network that fails is an answer too, never an exception.</returns>
    /// <exception cref="ArgumentException">An option is not valid MQTT; the message names it.</exception>
    /// <exception cref="InvalidOperationException">The session is connected.</exception>
    MqttConnectResult Connect(MqttConnectOptions options);

    /// <summary>Ends the connection gracefully: the broker forgets the last will.</summary>
    void Disconnect();

    /// <summary>Breaks the connection off, as a lost link does: the broker publishes the last will.</summary>
    void Abort();

    /// <summary>Hands a message to the network.</summary>
    /// <param name="topic">Topic name without wildcards.</param>
    /// <param name="payload">Copied before the method returns.</param>
    /// <param name="qos">0 or 1.</param>
    /// <param name="retain">True makes the broker keep it for later subscribers; an empty payload then deletes what it kept.</param>
    /// <returns>Identifier 1 to 65535, or 0 when it was not taken: not connected, or 65535 messages wait for their acknowledgement.</returns>
    /// <exception cref="ArgumentException">Topic, QoS or payload is not valid MQTT; the message says why.</exception>
    ushort Publish(string topic, ReadOnlySpan<byte> payload, int qos, bool retain);

    /// <summary>Asks for all messages that match one of the filters. Retained messages follow.</summary>
    /// <returns>Identifier of the request, or 0 when not connected.</returns>
    /// <exception cref="ArgumentException">No filter, or one is not valid MQTT; the message names it.</exception>
    ushort Subscribe(string[] filters, int qos);

    /// <summary>Tells the broker that a message is safe. Does nothing unless <see cref="MqttConnectOptions.AcknowledgesByHand"/>, or when its connection is over.</summary>
    /// <param name="message">A message of this session; each is acknowledged once.</param>
    void Acknowledge(MqttMessage message);

    /// <summary>Ends subscriptions.</summary>
    /// <returns>Identifier of the request, or 0 when not connected.</returns>
    /// <exception cref="ArgumentException">No filter, or one is not valid MQTT; the message names it.</exception>
    ushort Unsubscribe(string[] filters);
}
