// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Diagnostics;
using System.Threading;

namespace Prosumeter.Simulator.Boards;

/// <summary>Wall-clock time, optionally accelerated.</summary>
public sealed class RealTime : IBoardTime
{
    private const int ShortestSleepMicroseconds = 2_000;
    private readonly Stopwatch _stopwatch = Stopwatch.StartNew();
    private readonly long _startUtcMicroseconds;
    private readonly double _speed;

    /// <param name="speed">Board seconds per real second, above 0.</param>
    public RealTime(double speed = 1.0)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(speed);
        _speed = speed;
        _startUtcMicroseconds = (DateTime.UtcNow - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
    }

    /// <inheritdoc/>
    public long MonotonicMicroseconds => (long)(_stopwatch.Elapsed.TotalMicroseconds * _speed);

    /// <inheritdoc/>
    public long UtcMicroseconds => _startUtcMicroseconds + MonotonicMicroseconds;

    /// <inheritdoc/>
    public bool RunsThreadsInline => false;

    /// <inheritdoc/>
    public void Sleep(long microseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microseconds);
        Thread.Sleep(TimeSpan.FromMicroseconds(microseconds / _speed));
    }

    /// <inheritdoc/>
    public bool WaitForOthers()
    {
        Thread.Sleep(100);
        return true;
    }

    /// <inheritdoc/>
    public void Spend(long microseconds)
    {
        long until = MonotonicMicroseconds + microseconds;
        if (microseconds / _speed >= ShortestSleepMicroseconds)
        {
            Sleep(microseconds);
        }

        // A transfer on the bus is far shorter than what a thread may oversleep, and an AC measurement is made of hundreds of them.
        while (MonotonicMicroseconds < until)
        {
            Thread.SpinWait(10);
        }
    }

    /// <inheritdoc/>
    public void StartThread(Action body)
    {
        new Thread(() => body()) { IsBackground = true }.Start();
    }
}
