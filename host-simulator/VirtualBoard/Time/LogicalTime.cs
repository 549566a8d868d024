// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards;

/// <summary>Virtual time: stands still until someone sleeps, uses a bus or advances it. Use one per board: a board's transfers move it.</summary>
/// <remarks>Threads of the firmware take turns: one runs inside Start until it waits, and goes on when this time passes the end of its wait.</remarks>
public sealed class LogicalTime : IBoardTime
{
    private readonly long _startUtcMicroseconds;
    private readonly CooperativeThreads _threads = new();

    /// <param name="startUtcSeconds">UTC in seconds since 1970-01-01 at which this time starts.</param>
    public LogicalTime(long startUtcSeconds)
    {
        _startUtcMicroseconds = startUtcSeconds * 1_000_000;
    }

    /// <inheritdoc/>
    public long MonotonicMicroseconds { get; private set; }

    /// <inheritdoc/>
    public long UtcMicroseconds => _startUtcMicroseconds + MonotonicMicroseconds;

    /// <inheritdoc/>
    public bool RunsThreadsInline => true;

    /// <summary>Moves on to a point in time. Does nothing when the board's own work has already passed it.</summary>
    public void AdvanceTo(long monotonicMicroseconds)
    {
        while (_threads.NextWakeMicroseconds <= monotonicMicroseconds)
        {
            MonotonicMicroseconds = Math.Max(MonotonicMicroseconds, _threads.NextWakeMicroseconds);
            _threads.ResumeNext();
        }

        MonotonicMicroseconds = Math.Max(MonotonicMicroseconds, monotonicMicroseconds);
    }

    /// <inheritdoc/>
    public void Sleep(long microseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microseconds);
        long wake = MonotonicMicroseconds + microseconds;
        if (!CooperativeThreads.TryPause(wake))
        {
            AdvanceTo(wake);
        }
    }

    /// <inheritdoc/>
    public bool WaitForOthers()
    {
        if (CooperativeThreads.TryPause(long.MaxValue))
        {
            return true;
        }

        bool isAnyWaiting = _threads.NextWakeMicroseconds != long.MaxValue;
        if (isAnyWaiting)
        {
            AdvanceTo(_threads.NextWakeMicroseconds);
        }

        return isAnyWaiting;
    }

    /// <inheritdoc/>
    public void Spend(long microseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microseconds);
        MonotonicMicroseconds += microseconds;
    }

    /// <inheritdoc/>
    public void StartThread(Action body)
    {
        _threads.Start(body);
    }
}
