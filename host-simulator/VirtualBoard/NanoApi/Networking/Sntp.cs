// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards;

namespace nanoFramework.Networking;

/// <summary>The native time client of the board.</summary>
public static class Sntp
{
    /// <summary>Whether it runs; it does from power-on.</summary>
    public static bool IsStarted => VirtualBoard.Current.Wifi.IsTimeClientStarted;

    /// <summary>Starts it.</summary>
    public static void Start()
    {
        VirtualBoard.Current.Wifi.IsTimeClientStarted = true;
    }

    /// <summary>Stops it; the clock goes on.</summary>
    public static void Stop()
    {
        VirtualBoard.Current.Wifi.IsTimeClientStarted = false;
    }

    /// <summary>Asks for the time now; without an answer nothing happens.</summary>
    public static void UpdateNow()
    {
        VirtualBoard board = VirtualBoard.Current;
        board.Wifi.AskTime(board.Time.MonotonicMicroseconds);
    }
}
