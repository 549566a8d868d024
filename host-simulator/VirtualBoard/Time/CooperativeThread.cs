// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Threading;

namespace Prosumeter.Simulator.Boards;

/// <summary>A real thread that runs only while another waits for it, so that the two never run at once.</summary>
/// <remarks>It must not wait while it holds a lock: whoever it gives way to could never get that lock.</remarks>
internal sealed class CooperativeThread
{
    private const int StackBytes = 512 * 1024;

    [ThreadStatic]
    private static CooperativeThread? s_current;

    private readonly SemaphoreSlim _mayRun = new(0);
    private readonly SemaphoreSlim _gaveWay = new(0);

    internal CooperativeThread(Action body)
    {
        var thread = new Thread(() => Run(body), StackBytes) { IsBackground = true };
        thread.Start();
    }

    internal static CooperativeThread? Current => s_current;

    /// <summary>When it wants to go on; meaningless once it has finished.</summary>
    internal long WakeMicroseconds { get; private set; }

    internal bool IsFinished { get; private set; }

    /// <summary>Lets it run until it waits or ends. Called from any other thread.</summary>
    internal void Resume()
    {
        _mayRun.Release();
        _gaveWay.Wait();
    }

    /// <summary>Gives way until somebody resumes it. Called from the thread itself.</summary>
    internal void Pause(long wakeMicroseconds)
    {
        WakeMicroseconds = wakeMicroseconds;
        _gaveWay.Release();
        _mayRun.Wait();
    }

    private void Run(Action body)
    {
        s_current = this;
        _mayRun.Wait();
        body();
        IsFinished = true;
        _gaveWay.Release();
    }
}
