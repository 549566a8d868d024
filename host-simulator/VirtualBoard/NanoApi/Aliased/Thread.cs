// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Threading;

namespace Prosumeter.Simulator.Boards.NanoApi;

/// <summary>nanoFramework's Thread. In virtual time it runs inside <see cref="Start"/>; else it is a real thread that carries the board.</summary>
public sealed class Thread
{
    private readonly ThreadStart _start;
    private readonly VirtualBoard _board = VirtualBoard.Current;
    private System.Threading.Thread? _thread;

    /// <summary>A thread that is not started yet.</summary>
    public Thread(ThreadStart start)
    {
        _start = start ?? throw new ArgumentNullException(nameof(start));
    }

    /// <summary>True while it runs.</summary>
    public bool IsAlive => _thread?.IsAlive ?? false;

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
        if (_board.Time.RunsThreadsInline)
        {
            Run();
            return;
        }

        _thread = new System.Threading.Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Waits for its end.</summary>
    public void Join()
    {
        _thread?.Join();
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>False when it still runs after the time.</returns>
    public bool Join(int millisecondsTimeout)
    {
        return _thread?.Join(millisecondsTimeout) ?? true;
    }

    private void Run()
    {
        using BoardScope scope = _board.Enter();
        try
        {
            _start();
        }
        catch (BoardStoppedException) when (_thread is not null)
        {
            // The board stopped; on a device the thread would be gone as well.
        }
        catch (Exception failure) when (failure is not BoardStoppedException)
        {
            // As on the board: an unhandled exception ends its own thread silently. The emulator at least tells whoever listens.
            _board.ReportThreadFailure(failure);
        }
    }
}
