// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Bus.InProcess;

/// <summary>The bus's logical time and what is due later. Stands still until it is advanced.</summary>
internal sealed class BusClock
{
    private readonly PriorityQueue<Action, (long Milliseconds, long Order)> _timers = new();
    private long _order;

    public long NowMilliseconds { get; private set; }

    /// <summary>When the next timer is due, or <see cref="long.MaxValue"/>.</summary>
    public long NextDueMilliseconds => _timers.TryPeek(out _, out (long Milliseconds, long Order) due) ? due.Milliseconds : long.MaxValue;

    public void Schedule(long afterMilliseconds, Action action)
    {
        _timers.Enqueue(action, (NowMilliseconds + afterMilliseconds, _order++));
    }

    /// <summary>Advances to the next timer and takes it, or to the limit when none is due before.</summary>
    public bool TryAdvance(long limitMilliseconds, out Action? due)
    {
        due = null;
        if (NextDueMilliseconds > limitMilliseconds)
        {
            NowMilliseconds = limitMilliseconds;
            return false;
        }

        _timers.TryDequeue(out due, out (long Milliseconds, long Order) at);
        NowMilliseconds = at.Milliseconds;
        return true;
    }
}
