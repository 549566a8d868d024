// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Network;

/// <summary>The network around virtual boards, with a switch for each thing that can be missing. Several boards may share one.</summary>
public sealed class VirtualNetwork
{
    private bool _hasAccessPoint = true;
    private bool _hasAddresses = true;
    private bool _hasNames = true;
    private bool _hasInternet = true;

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

    /// <summary>A time server answers.</summary>
    public bool HasTimeServer { get; set; } = true;

    /// <summary>How far the time server is ahead of the truth, in microseconds.</summary>
    public long TimeServerErrorMicroseconds { get; set; }

    /// <summary>From seeing the access point to having an address, in microseconds.</summary>
    public long JoinMicroseconds { get; set; } = 3_000_000;

    private void Move(ref bool field, bool value)
    {
        if (field != value)
        {
            field = value;
            Changed?.Invoke();
        }
    }
}
