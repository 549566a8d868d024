// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Threading;

namespace Prosumeter.Simulator.Boards.NanoApi;

/// <summary>
/// nanoFramework's Thread, carrying its board. In virtual time threads take turns: it runs inside <see cref="Start"/> until it waits. An
/// unhandled exception ends only this thread, silently, as on the board; <see cref="VirtualBoard.ThreadFailed"/> tells of it.
/// </summary>
public sealed class Thread
{
    private readonly ThreadStart _start;
    private readonly VirtualBoard _board = VirtualBoard.Current;
    private volatile bool _isAlive;

    /// <summary>A thread that is not started yet.</summary>
    public Thread(ThreadStart start)
    {
        _start = start ?? throw new ArgumentNullException(nameof(start));
    }

    /// <summary>True while it runs or waits.</summary>
    public bool IsAlive => _isAlive;

    /// <summary>The calling thread waits.</summary>
    /// <param name="millisecondsTimeout">How long; -1 waits for ever.</param>
    public static void Sleep(int millisecondsTimeout)
    {
        VirtualBoard.Current.Sleep(millisecondsTimeout);
    }

    /// <summary>The calling thread waits.</summary>
    public static void Sleep(TimeSpan timeout)
    {
        VirtualBoard.Current.Sleep((int)timeout.TotalMilliseconds);
    }

    /// <summary>Starts it.</summary>
    public void Start()
    {
        _board.ThrowIfStopped();
        _isAlive = true;
        _board.Time.StartThread(Run);
        _board.ThrowIfStopped();
    }

    /// <summary>Waits for its end.</summary>
    public void Join()
    {
        Join(int.MaxValue);
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>False when it still runs after the time.</returns>
    public bool Join(int millisecondsTimeout)
    {
        for (int waited = 0; _isAlive && waited < millisecondsTimeout; waited++)
        {
            _board.Sleep(1);
        }

        return !_isAlive;
    }

    private void Run()
    {
        using BoardScope scope = _board.EnterThread();
        try
        {
            _start();
        }
        catch (BoardStoppedException)
        {
            // The board stopped; on a device the thread is gone as well.
        }
        catch (Exception failure)
        {
            _board.ReportThreadFailure(failure);
        }

        _isAlive = false;
    }
}
