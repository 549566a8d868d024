// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.NanoApi;

namespace nanoFramework.Networking;

/// <summary>nanoFramework's Wi-Fi helper, as far as a board provisioned with nanoff needs it.</summary>
public static class WifiNetworkHelper
{
    private const int PollMilliseconds = 200;
    private const int FirstValidYear = 2021;

    /// <summary>What the last call came to.</summary>
    public static NetworkHelperStatus Status
    {
        get => VirtualBoard.Current.NetworkHelperStatus;
        private set => VirtualBoard.Current.NetworkHelperStatus = value;
    }

    /// <summary>The exception of the last call, if it threw inside.</summary>
    public static Exception? HelperException => null;

    /// <summary>Waits for the network that is stored on the board. Blocks until it is ready or the token's time is over.</summary>
    /// <returns>False when it is not ready; <see cref="Status"/> says what was missing.</returns>
    public static bool Reconnect(bool requiresDateTime = false, int wifiAdapterId = 0, CancellationToken token = default)
    {
        VirtualBoard board = VirtualBoard.Current;
        Status = NetworkHelperStatus.Started;
        while (!board.Wifi.HasAddress)
        {
            if (!Wait(board, token, NetworkHelperStatus.TokenExpiredWaitingIPAddress))
            {
                return false;
            }
        }

        while (requiresDateTime && Prosumeter.Simulator.Boards.NanoApi.DateTime.UtcNow.Year < FirstValidYear)
        {
            if (!Wait(board, token, NetworkHelperStatus.TokenExpiredWaitingDateTime))
            {
                return false;
            }
        }

        Status = NetworkHelperStatus.NetworkIsReady;
        return true;
    }

    /// <summary>Forgets the last call.</summary>
    public static void Reset()
    {
        Status = NetworkHelperStatus.None;
    }

    private static bool Wait(VirtualBoard board, CancellationToken token, NetworkHelperStatus expired)
    {
        if (token.IsCancellationRequested)
        {
            Status = expired;
            return false;
        }

        board.Sleep(PollMilliseconds);
        return true;
    }
}
