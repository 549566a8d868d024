// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards;

/// <summary>The time a virtual board lives in: virtual, or real (perhaps accelerated).</summary>
public interface IBoardTime
{
    /// <summary>Microseconds since this time was created; never steps, never falls.</summary>
    long MonotonicMicroseconds { get; }

    /// <summary>True UTC in microseconds since 1970-01-01. The board's own clock (<see cref="BoardClock"/>) may be wrong; this one is not.</summary>
    long UtcMicroseconds { get; }

    /// <summary>True when threads of the firmware take turns in a fixed order, so that a run is deterministic: only one runs at a time.</summary>
    bool RunsThreadsInline { get; }

    /// <summary>The caller waits.</summary>
    /// <param name="microseconds">At least 0.</param>
    void Sleep(long microseconds);

    /// <summary>Lets others go on while the caller waits for ever. Waits a while itself.</summary>
    /// <returns>False when there are no others that would ever go on.</returns>
    bool WaitForOthers();

    /// <summary>The caller was busy with hardware, for example with an I2C transfer. Moves a virtual time; in a real one it waits as long.</summary>
    /// <param name="microseconds">At least 0.</param>
    void Spend(long microseconds);

    /// <summary>Starts a thread of the firmware.</summary>
    /// <param name="body">Must not let an exception out.</param>
    void StartThread(Action body);
}
