// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Boards;

/// <summary>The threads of a virtual time that wait, in the order in which they go on.</summary>
internal sealed class CooperativeThreads
{
    private readonly List<CooperativeThread> _waiting = [];

    /// <summary>When the next one goes on, or <see cref="long.MaxValue"/>.</summary>
    internal long NextWakeMicroseconds { get; private set; } = long.MaxValue;

    /// <summary>Lets the calling thread wait if it is one of these.</summary>
    /// <returns>False when it is not.</returns>
    internal static bool TryPause(long wakeMicroseconds)
    {
        CooperativeThread? current = CooperativeThread.Current;
        current?.Pause(wakeMicroseconds);
        return current is not null;
    }

    internal void Start(Action body)
    {
        ResumeAndKeep(new CooperativeThread(body));
    }

    /// <summary>Lets the one go on that wakes first; of several, the one that has waited longest.</summary>
    internal void ResumeNext()
    {
        int next = _waiting.FindIndex(thread => thread.WakeMicroseconds == NextWakeMicroseconds);
        CooperativeThread thread = _waiting[next];
        _waiting.RemoveAt(next);
        ResumeAndKeep(thread);
    }

    private void ResumeAndKeep(CooperativeThread thread)
    {
        thread.Resume();
        if (!thread.IsFinished)
        {
            _waiting.Add(thread);
        }

        NextWakeMicroseconds = long.MaxValue;
        foreach (CooperativeThread waiting in _waiting)
        {
            NextWakeMicroseconds = Math.Min(NextWakeMicroseconds, waiting.WakeMicroseconds);
        }
    }
}
