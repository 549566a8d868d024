// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Bus;

namespace nanoFramework.M2Mqtt;

/// <summary>A session as the board's network carries it: silent while there is no way to the broker, gone without a word when the board stops.</summary>
internal sealed class BoardConnection : IDisposable
{
    private readonly VirtualBoard _board;
    private bool _isUp = true;

    public BoardConnection(VirtualBoard board, IMqttSession session)
    {
        _board = board;
        Session = session;
        board.Wifi.Network.Changed += FollowNetwork;
        board.Stopped += BreakOff;
        board.Connections.Add(this);
    }

    public IMqttSession Session { get; }

    /// <summary>Whether the broker has accepted the session and packets get through.</summary>
    public bool IsOnAir => Session is { IsConnected: true, IsSilent: false };

    /// <summary>Lets the session have the network the board has now. The network tells its changes; an address comes back later, so ask now and then.</summary>
    public void FollowNetwork()
    {
        MqttConnectStatus answer = _board.Wifi.Network.BrokerAnswer;
        if (answer is not (MqttConnectStatus.Accepted or MqttConnectStatus.TimedOut) && _board.Wifi.CanReachBroker)
        {
            Session.Abort();
            return;
        }

        bool isUp = _board.Wifi.CanReachBroker && answer == MqttConnectStatus.Accepted;
        if (isUp != _isUp && Session.IsConnected)
        {
            _isUp = isUp;
            Session.IsSilent = !isUp;
        }
    }

    public void Dispose()
    {
        _board.Wifi.Network.Changed -= FollowNetwork;
        _board.Stopped -= BreakOff;
        _board.Connections.Remove(this);
        Session.Dispose();
    }

    private void BreakOff()
    {
        Session.IsSilent = true;
        Dispose();
    }
}
