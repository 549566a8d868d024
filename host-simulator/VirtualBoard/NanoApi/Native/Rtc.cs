// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards;

namespace nanoFramework.Runtime.Native;

/// <summary>The board's clock.</summary>
public static class Rtc
{
    /// <summary>Sets it.</summary>
    /// <returns>True.</returns>
    public static bool SetSystemTime(Prosumeter.Simulator.Boards.NanoApi.DateTime time)
    {
        VirtualBoard.Current.Clock.Set((time.Ticks - System.DateTime.UnixEpoch.Ticks) / System.TimeSpan.TicksPerMicrosecond);
        return true;
    }
}
