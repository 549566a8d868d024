// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards;

namespace nanoFramework.Runtime.Native;

/// <summary>Power of the current virtual board.</summary>
public class Power
{
    /// <summary>Restarts the board. Does not return: the firmware is left by <see cref="BoardStoppedException"/> with <see cref="StopReason.Restart"/>.</summary>
    public static void RebootDevice(RebootOption rebootOption = RebootOption.NormalReboot)
    {
        VirtualBoard board = VirtualBoard.Current;
        board.ThrowIfStopped();
        board.Stop(StopReason.Restart);
    }
}
