// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards;

/// <summary>Why the firmware on a virtual board stopped running.</summary>
public enum StopReason
{
    /// <summary>It runs.</summary>
    None = 0,

    /// <summary>The firmware asked for a restart (Power.RebootDevice).</summary>
    Restart = 1,

    /// <summary>The supply failed in the middle of something.</summary>
    PowerCut = 2,

    /// <summary>Somebody switched the board off, or the time to do so had come.</summary>
    PowerOff = 3,

    /// <summary>In virtual time the firmware waits for ever: nothing can wake it.</summary>
    Idle = 4,
}
