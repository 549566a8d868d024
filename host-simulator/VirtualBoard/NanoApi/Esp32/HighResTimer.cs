// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards;

namespace nanoFramework.Hardware.Esp32;

/// <summary>The microsecond timer of the board.</summary>
public class HighResTimer
{
    /// <summary>Microseconds since the board started.</summary>
    public static ulong GetCurrent()
    {
        VirtualBoard board = VirtualBoard.Current;
        return (ulong)(board.Time.MonotonicMicroseconds - board.BootMicroseconds);
    }
}
