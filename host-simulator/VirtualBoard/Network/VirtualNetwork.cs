// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Simulator.Boards.Network;

/// <summary>The network around virtual boards, with a switch for each thing that can be missing. Several boards may share one.</summary>
public sealed class VirtualNetwork
{
    private bool _hasAccessPoint = true;
    private bool _hasAddresses = true;
    private bool _hasNames = true;
    private bool _hasInternet = true;
    private MqttConnectStatus _brokerAnswer = MqttConnectStatus.Accepted;

    /// <summary>Raised after one of the switches was moved.</summary>
    public event Action? Changed;

    /// <summary>The Wi-Fi access point is on.</summary>
    public bool HasAccessPoint
    {
        get => _hasAccessPoint;
        set => Move(ref _hasAccessPoint, value);
    }

    /// <summary>The DHCP server answers.</summary>
    public bool HasAddresses
    {
        get => _hasAddresses;
        set => Move(ref _hasAddresses, value);
    }

    /// <summary>The DNS server answers.</summary>
    public bool HasNames
    {
        get => _hasNames;
        set => Move(ref _hasNames, value);
    }

    /// <summary>Packets go beyond the access point: to the broker and to time servers.</summary>
    public bool HasInternet
    {
        get => _hasInternet;
        set => Move(ref _hasInternet, value);
    }

    /// <summary>
    /// How the broker answers a board that connects. Anything but <see cref="MqttConnectStatus.Accepted"/> also breaks the connections that stand;
    /// <see cref="MqttConnectStatus.TimedOut"/>, a broker that says nothing, leaves them silent.
    /// </summary>
    public MqttConnectStatus BrokerAnswer
    {
        get => _brokerAnswer;
        set => Move(ref _brokerAnswer, value);
    }

    /// <summary>A time server answers.</summary>
    public bool HasTimeServer { get; set; } = true;

    /// <summary>How far the time server is ahead of the truth, in microseconds.</summary>
    public long TimeServerErrorMicroseconds { get; set; }

    /// <summary>From seeing the access point to having an address, in microseconds.</summary>
    public long JoinMicroseconds { get; set; } = 3_000_000;

    private void Move<T>(ref T field, T value)
        where T : struct
    {
        if (!field.Equals(value))
        {
            field = value;
            Changed?.Invoke();
        }
    }
}
