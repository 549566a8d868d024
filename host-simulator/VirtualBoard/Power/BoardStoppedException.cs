// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards;

/// <summary>
/// Leaves the firmware when its board stops: on a device the call would not return. Every later call of the nano API on a stopped board
/// throws it again, so firmware that catches it can change nothing any more.
/// </summary>
public sealed class BoardStoppedException : Exception
{
    internal BoardStoppedException(StopReason reason)
        : base("The virtual board has stopped: " + reason + ".")
    {
        Reason = reason;
    }

    /// <summary>Why the board stopped.</summary>
    public StopReason Reason { get; }
}
