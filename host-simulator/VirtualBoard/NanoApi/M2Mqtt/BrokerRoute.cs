// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Net;
using System.Net.Sockets;
using nanoFramework.M2Mqtt.Exceptions;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Network;
using Prosumeter.Simulator.Bus;

namespace nanoFramework.M2Mqtt;

/// <summary>The board's way to its broker: name, socket and TLS, with the waits that the real ones cost the calling thread.</summary>
internal sealed class BrokerRoute
{
    // lwIP asks each server four times, more than a second apart.
    private const int NamePatienceMilliseconds = 5_000;

    // lwIP repeats SYN four times before it gives up; meanwhile nanoFramework's Socket.Connect does not return.
    private const int SocketPatienceMilliseconds = 20_000;

    private const int HangPollMilliseconds = 500;

    // A certificate cannot be judged before the date is known.
    private const long FirstSaneUtcMicroseconds = 1_609_459_200_000_000;

    private readonly VirtualBoard _board;
    private readonly MqttSslProtocols _protocol;
    private readonly bool _isSecure;

    /// <exception cref="SocketException">The name was not resolved.</exception>
    public BrokerRoute(VirtualBoard board, string hostName, bool isSecure, MqttSslProtocols protocol)
    {
        _board = board;
        _isSecure = isSecure;
        _protocol = protocol;
        Resolve(hostName);
    }

    public VirtualBoard Board => _board;

    public bool IsUp => _board.Wifi.CanReachBroker;

    /// <summary>Opens the socket.</summary>
    /// <exception cref="MqttConnectionException">It did not open.</exception>
    public IMqttSession Open()
    {
        if (!IsUp)
        {
            _board.Sleep(SocketPatienceMilliseconds);
            throw Failure(new SocketException((int)SocketError.TimedOut));
        }

        if (_board.Broker is null || _board.Wifi.Network.BrokerAnswer == MqttConnectStatus.Unreachable)
        {
            throw Failure(new SocketException((int)SocketError.ConnectionRefused));
        }

        ShakeHands();
        return _board.Broker.CreateSession();
    }

    /// <summary>Connects, as far as the network's fault switches let the broker hear it.</summary>
    public MqttConnectResult Ask(IMqttSession session, MqttConnectOptions options)
    {
        MqttConnectStatus answer = _board.Wifi.Network.BrokerAnswer;
        if (answer == MqttConnectStatus.Accepted)
        {
            return session.Connect(options);
        }

        if (answer == MqttConnectStatus.TimedOut && !_board.Time.RunsThreadsInline)
        {
            _board.Sleep(MqttSettings.ConnectTimeout);
        }

        return new MqttConnectResult(answer, false, "A fault switch of the board's network: " + answer);
    }

    /// <summary>Waits as long as a fault switch of the library holds the calling thread.</summary>
    public void WaitWhile(Predicate<MqttFaults> isHeld)
    {
        while (isHeld(_board.MqttFaults))
        {
            _board.Sleep(HangPollMilliseconds);
        }
    }

    /// <summary>Waits as long as a real client has waited for CONNACK. A broker in real time has let it wait already.</summary>
    public void SpendConnectTimeout()
    {
        if (_board.Time.RunsThreadsInline)
        {
            _board.Sleep(MqttSettings.ConnectTimeout);
        }
    }

    public static MqttConnectionException Failure(SocketException cause)
    {
        return new MqttConnectionException($"Socket exception connecting to the broker: {cause.ErrorCode}", cause);
    }

    private void Resolve(string hostName)
    {
        if (IPAddress.TryParse(hostName, out _) || _board.Wifi.CanResolve)
        {
            return;
        }

        if (_board.Wifi.HasAddress)
        {
            _board.Sleep(NamePatienceMilliseconds);
        }

        throw new SocketException((int)SocketError.HostNotFound);
    }

    private void ShakeHands()
    {
        bool isAccepted = _protocol is MqttSslProtocols.TLSv1_2 or MqttSslProtocols.TLSv1_3;
        bool canJudge = !MqttSettings.Instance.ValidateServerCertificate || _board.Clock.UtcMicroseconds >= FirstSaneUtcMicroseconds;
        if (_isSecure && !(isAccepted && canJudge))
        {
            throw new MqttConnectionException("Exception connecting to the broker", new NotSupportedException());
        }
    }
}
