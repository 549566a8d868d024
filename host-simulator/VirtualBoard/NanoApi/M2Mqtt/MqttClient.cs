// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Bus;

namespace nanoFramework.M2Mqtt;

/// <summary>nanoFramework.M2Mqtt 5.1.220 for MQTT 3.1.1, over the board's network and broker.</summary>
/// <remarks>
/// <para>Manners kept: the constructor asks DNS; Connect blocks; Publish does not look whether anybody is connected; the queue is unbounded unless
/// <see cref="MqttSettings.InflightQueueSize"/> says otherwise, holds what waits for an acknowledgement too, and is lost with the connection, without
/// an event; while it is full, messages that come are dropped silently; an exception in a handler closes the connection, and so does a bad topic,
/// instead of an exception; three attempts a second apart, then MqttMsgPublished with IsPublished false; Close does not raise ConnectionClosed;
/// Disconnect on a dead link throws.</para>
/// <para>Not there: QoS 2, MQTT 5. TLS is checked for what the board can get wrong (version, unknown date); the bytes on the host are plain.</para>
/// <para>Events come in the pump of an in-process broker, on the dispatch thread of a real one; the board is entered.</para>
/// </remarks>
public partial class MqttClient : IMqttClient, IDisposable
{
    private const int CloseMilliseconds = 200;
    private const ushort DefaultKeepAlivePeriod = 60;

    private readonly Lock _gate = new();
    private readonly InflightQueue _inflight = new();
    private readonly BrokerRoute _route;
    private BoardConnection? _connection;
    private volatile bool _isConnected;
    private ushort _lastMessageId;

    /// <summary>A client for a broker on the default port.</summary>
    /// <exception cref="SocketException">The name was not resolved.</exception>
    public MqttClient(string brokerHostName)
        : this(brokerHostName, MqttSettings.BrokerDefaultPort, false, null, null, MqttSslProtocols.None)
    {
    }

    /// <summary>A client; the virtual board finds its one broker under every name and port.</summary>
    /// <exception cref="SocketException">The name was not resolved.</exception>
    public MqttClient(
        string brokerHostName, int brokerPort, bool secure, X509Certificate? caCert, X509Certificate? clientCert, MqttSslProtocols sslProtocol)
    {
        VirtualBoard board = VirtualBoard.Current;
        board.ThrowIfStopped();
        _route = new BrokerRoute(board, brokerHostName, secure, sslProtocol);
    }

    /// <summary>Handles the answer to CONNECT.</summary>
    public delegate void ConnectionOpenedEventHandler(object sender, ConnectionOpenedEventArgs e);

    /// <inheritdoc/>
    public event IMqttClient.ConnectionClosedEventHandler? ConnectionClosed;

    /// <summary>The broker has answered CONNECT.</summary>
    public event ConnectionOpenedEventHandler? ConnectionOpened;

    /// <inheritdoc/>
    public event IMqttClient.MqttMsgPublishEventHandler? MqttMsgPublishReceived;

    /// <inheritdoc/>
    public event IMqttClient.MqttMsgPublishedEventHandler? MqttMsgPublished;

    /// <inheritdoc/>
    public event IMqttClient.MqttMsgSubscribedEventHandler? MqttMsgSubscribed;

    /// <inheritdoc/>
    public event IMqttClient.MqttMsgUnsubscribedEventHandler? MqttMsgUnsubscribed;

    /// <inheritdoc/>
    public bool IsConnected
    {
        get
        {
            _connection?.FollowNetwork();
            return _isConnected;
        }
    }

    /// <summary>Identifier of the last connection that was accepted.</summary>
    public string? ClientId { get; private set; }

    /// <summary>Whether the last connection that was accepted has a clean session.</summary>
    public bool CleanSession { get; private set; } = true;

    /// <summary>Settings of all clients.</summary>
    public MqttSettings Settings => MqttSettings.Instance;

    /// <summary>Connects with a clean session.</summary>
    public MqttReasonCode Connect(string clientId)
    {
        return Connect(clientId, true);
    }

    /// <summary>Connects.</summary>
    public MqttReasonCode Connect(string clientId, bool cleanSession)
    {
        return Connect(clientId, null, null, cleanSession, DefaultKeepAlivePeriod);
    }

    /// <summary>Connects with a clean session.</summary>
    public MqttReasonCode Connect(string clientId, string? username, string? password)
    {
        return Connect(clientId, username, password, true, DefaultKeepAlivePeriod);
    }

    /// <summary>Connects without a last will.</summary>
    public MqttReasonCode Connect(string clientId, string? username, string? password, bool cleanSession, ushort keepAlivePeriod)
    {
        return Connect(clientId, username, password, false, MqttQoSLevel.AtMostOnce, false, null, null, cleanSession, keepAlivePeriod);
    }

    /// <summary>Connects; blocks until the broker answers or the network gives up.</summary>
    /// <returns>The broker's answer; every one but Success leaves the client unconnected.</returns>
    /// <exception cref="MqttConnectionException">No connection.</exception>
    /// <exception cref="MqttCommunicationException">No answer within 30 s.</exception>
    public MqttReasonCode Connect(
        string clientId,
        string? username,
        string? password,
        bool willRetain,
        MqttQoSLevel willQosLevel,
        bool willFlag,
        string? willTopic,
        string? willMessage,
        bool cleanSession,
        ushort keepAlivePeriod)
    {
        _route.Board.ThrowIfStopped();
        _route.WaitWhile(faults => faults.HangsOnConnect);
        Leave();
        Requeue(_ => true);
        var options = new MqttConnectOptions
        {
            ClientId = clientId,
            UserName = username,
            Password = password,
            IsCleanSession = cleanSession,
            KeepAliveSeconds = keepAlivePeriod,
            Will = willFlag ? new MqttWill(willTopic!, Encoding.UTF8.GetBytes(willMessage!), (int)willQosLevel, willRetain) : null,
            ConnectTimeout = TimeSpan.FromMilliseconds(MqttSettings.ConnectTimeout),
            AcknowledgementTimeoutMilliseconds = Settings.DelayOnRetry,
            PublishAttempts = Settings.AttemptsOnRetry,
        };
        return Open(options);
    }

    /// <inheritdoc/>
    /// <exception cref="MqttCommunicationException">The link is dead already.</exception>
    public void Disconnect()
    {
        _route.Board.ThrowIfStopped();
        if (_connection is not { Session.IsConnected: true } connection)
        {
            throw new MqttCommunicationException();
        }

        _isConnected = false;
        connection.Session.Disconnect();
    }

    /// <inheritdoc/>
    /// <remarks>Takes 200 ms of the calling thread. The broker hears no goodbye and publishes the last will.</remarks>
    public void Close()
    {
        _route.Board.ThrowIfStopped();
        _route.WaitWhile(faults => faults.HangsOnClose);
        bool wasOpen = Leave();
        ForgetQueue();
        if (wasOpen)
        {
            _route.Board.Sleep(CloseMilliseconds);
        }
    }

    /// <summary>Closes.</summary>
    public void Dispose()
    {
        Close();
    }

    /// <inheritdoc/>
    public ushort Publish(string topic, byte[]? message)
    {
        return Publish(topic, message, null, null, MqttQoSLevel.AtMostOnce, false);
    }

    /// <inheritdoc/>
    public ushort Publish(string topic, byte[]? message, string? contentType)
    {
        return Publish(topic, message, contentType, null, MqttQoSLevel.AtMostOnce, false);
    }

    /// <inheritdoc/>
    /// <exception cref="MqttClientException">The queue is full.</exception>
    /// <exception cref="NotSupportedException">Content type, user properties or QoS 2.</exception>
    public ushort Publish(string topic, byte[]? message, string? contentType, ArrayList? userProperties, MqttQoSLevel qosLevel, bool retain)
    {
        bool isVersion5 = !string.IsNullOrEmpty(contentType) || userProperties is { Count: > 0 };
        if (isVersion5 || qosLevel > MqttQoSLevel.AtLeastOnce)
        {
            throw new NotSupportedException();
        }

        return Enqueue(id => InflightMessage.Publish(id, topic, message, qosLevel, retain))
            ?? throw new MqttClientException(MqttClientErrorCode.InflightQueueFull);
    }

    /// <inheritdoc/>
    /// <remarks>When the queue is full it is forgotten, silently. All levels must be the same on the virtual board.</remarks>
    public ushort Subscribe(string[] topics, MqttQoSLevel[] qosLevels)
    {
        return Enqueue(id => InflightMessage.Subscribe(id, topics, qosLevels)) ?? _lastMessageId;
    }

    /// <inheritdoc/>
    /// <remarks>When the queue is full it is forgotten, silently.</remarks>
    public ushort Unsubscribe(string[] topics)
    {
        return Enqueue(id => InflightMessage.Unsubscribe(id, topics)) ?? _lastMessageId;
    }
}
