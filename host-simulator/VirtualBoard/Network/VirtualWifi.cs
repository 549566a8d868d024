// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Network;

/// <summary>
/// The board's Wi-Fi station. Joins by itself after power-on and whenever the access point comes back, with the credentials that nanoff has put
/// into the board; once it has an address it asks for the time, every hour again, as the ESP32's native layer does.
/// </summary>
public sealed class VirtualWifi
{
    private const long LookMicroseconds = 100_000;
    private const long TimeAnswerMicroseconds = 200_000;
    private const long TimeUpdateMicroseconds = 3_600_000_000;

    private readonly VirtualBoard _board;
    private long _nextLookMicroseconds;
    private long _joinsAtMicroseconds;
    private long _asksTimeAtMicroseconds;
    private bool _isJoining;
    private bool _hasAddress;

    internal VirtualWifi(VirtualBoard board, VirtualNetwork network)
    {
        _board = board;
        Network = network;
    }

    /// <summary>The network it is in reach of.</summary>
    public VirtualNetwork Network { get; }

    /// <summary>The station has joined and has an address.</summary>
    public bool HasAddress
    {
        get
        {
            Update();
            return _hasAddress && IsInReach;
        }
    }

    /// <summary>Names can be resolved.</summary>
    public bool CanResolve => HasAddress && Network.HasInternet && Network.HasNames;

    /// <summary>Packets reach the broker.</summary>
    public bool CanReachBroker => HasAddress && Network.HasInternet;

    /// <summary>Whether the native time client runs; on from power-on.</summary>
    internal bool IsTimeClientStarted { get; set; } = true;

    private bool IsInReach => Network.HasAccessPoint && Network.HasAddresses;

    /// <summary>Brings the station up to the board's time. Cheap when there is nothing to do.</summary>
    internal void Update()
    {
        long now = _board.Time.MonotonicMicroseconds;
        if (now < _nextLookMicroseconds)
        {
            return;
        }

        _nextLookMicroseconds = now + LookMicroseconds;
        Join(now);
        if (_hasAddress && now >= _asksTimeAtMicroseconds)
        {
            AskTime(now);
        }
    }

    /// <summary>Asks the time server now.</summary>
    /// <returns>False when it does not answer.</returns>
    internal bool AskTime(long now)
    {
        if (!IsTimeClientStarted || !HasAddress || !Network.HasInternet || !Network.HasTimeServer)
        {
            return false;
        }

        _board.Clock.Set(_board.Time.UtcMicroseconds + Network.TimeServerErrorMicroseconds);
        _asksTimeAtMicroseconds = now + TimeUpdateMicroseconds;
        return true;
    }

    internal void Reset()
    {
        _isJoining = false;
        _hasAddress = false;
        _nextLookMicroseconds = 0;
        IsTimeClientStarted = true;
    }

    private void Join(long now)
    {
        if (!IsInReach)
        {
            _isJoining = false;
            _hasAddress = false;
            return;
        }

        if (!_isJoining)
        {
            _isJoining = true;
            _joinsAtMicroseconds = now + Network.JoinMicroseconds;
        }

        if (!_hasAddress && now >= _joinsAtMicroseconds)
        {
            _hasAddress = true;
            _asksTimeAtMicroseconds = now + (Network.JoinMicroseconds == 0 ? 0 : TimeAnswerMicroseconds);
        }
    }
}
