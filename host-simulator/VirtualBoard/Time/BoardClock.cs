// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards;

/// <summary>The board's own clock: counts from power-on and knows the date only once somebody told it. Survives a restart, not a power cut.</summary>
public sealed class BoardClock
{
    private readonly IBoardTime _time;
    private long _offsetMicroseconds;

    internal BoardClock(IBoardTime time)
    {
        _time = time;
        ForgetDate();
    }

    /// <summary>What the board believes UTC is, in microseconds since 1970-01-01. Counts from 1970-01-01 until it is set, as on an ESP32.</summary>
    public long UtcMicroseconds => _time.MonotonicMicroseconds + _offsetMicroseconds;

    /// <summary>Sets the clock: what a time server, the firmware or a fault injection does.</summary>
    public void Set(long utcMicroseconds)
    {
        _offsetMicroseconds = utcMicroseconds - _time.MonotonicMicroseconds;
    }

    internal void ForgetDate()
    {
        Set(0);
    }
}
