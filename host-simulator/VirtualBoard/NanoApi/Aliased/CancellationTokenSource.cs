// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.NanoApi;

/// <summary>nanoFramework's CancellationTokenSource, on the board's time: .NET's would count real milliseconds in virtual time.</summary>
public sealed class CancellationTokenSource : IDisposable
{
    private readonly VirtualBoard _board = VirtualBoard.Current;
    private long _deadlineMicroseconds = long.MaxValue;

    /// <summary>A source that is cancelled by hand.</summary>
    public CancellationTokenSource()
    {
    }

    /// <summary>A source that is cancelled after a time.</summary>
    public CancellationTokenSource(int millisecondsDelay)
    {
        CancelAfter(millisecondsDelay);
    }

    /// <summary>Its token.</summary>
    public CancellationToken Token => new(this);

    /// <summary>Whether it was cancelled or its time is over.</summary>
    public bool IsCancellationRequested => _board.Time.MonotonicMicroseconds >= _deadlineMicroseconds;

    /// <summary>Cancels now.</summary>
    public void Cancel()
    {
        _deadlineMicroseconds = long.MinValue;
    }

    /// <summary>Cancels after a time.</summary>
    public void CancelAfter(int millisecondsDelay)
    {
        _deadlineMicroseconds = _board.Time.MonotonicMicroseconds + (millisecondsDelay * 1000L);
    }

    /// <summary>Holds nothing.</summary>
    public void Dispose()
    {
        // Holds nothing; for the using statement of the firmware.
    }
}
