// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.NanoApi;

/// <summary>nanoFramework's Environment.</summary>
public static class Environment
{
    /// <summary>Milliseconds since the board started.</summary>
    public static long TickCount64
    {
        get
        {
            VirtualBoard board = VirtualBoard.Current;
            return (board.Time.MonotonicMicroseconds - board.BootMicroseconds) / 1000;
        }
    }
}
