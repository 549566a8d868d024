// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Boards.Faults;

/// <summary>Moves the switches of one board as a plan says. Whoever drives the board calls <see cref="AdvanceTo"/> as its time goes on.</summary>
public sealed class FaultInjector
{
    private readonly VirtualBoard _board;
    private Queue<PlannedFault> _coming;
    private readonly List<PlannedFault> _present = [];

    /// <summary>An injector; nothing is switched yet.</summary>
    public FaultInjector(VirtualBoard board, FaultPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _board = board;
        _coming = new Queue<PlannedFault>(plan.Faults);
    }

    /// <summary>Raised for each switch that was moved, with true for on.</summary>
    public event Action<PlannedFault, bool>? Switched;

    /// <summary>The faults that are on.</summary>
    public IReadOnlyList<PlannedFault> Present => _present;

    /// <summary>When the next switch moves, UTC in microseconds; <see cref="long.MaxValue"/> for never.</summary>
    public long NextUtcMicroseconds
    {
        get
        {
            long next = _board.SupplyEndsUtcMicroseconds;
            next = Math.Min(next, _coming.TryPeek(out PlannedFault? coming) ? coming.StartUtcMicroseconds : long.MaxValue);
            foreach (PlannedFault fault in _present)
            {
                next = Math.Min(next, fault.EndUtcMicroseconds);
            }

            return next;
        }
    }

    /// <summary>Adds faults to those that are to come.</summary>
    public void Add(PlannedFault fault)
    {
        _coming = new Queue<PlannedFault>(_coming.Append(fault).OrderBy(coming => coming.StartUtcMicroseconds));
    }

    /// <summary>Moves all switches that are due, in the order of their times.</summary>
    public void AdvanceTo(long utcMicroseconds)
    {
        for (long next = NextUtcMicroseconds; next <= utcMicroseconds; next = NextUtcMicroseconds)
        {
            if (next == _board.SupplyEndsUtcMicroseconds)
            {
                _board.EndSupply();
            }

            End(next);
            Begin(next);
        }
    }

    private void End(long utcMicroseconds)
    {
        foreach (PlannedFault over in _present.Where(fault => fault.EndUtcMicroseconds <= utcMicroseconds).ToList())
        {
            _present.Remove(over);
            if (!_present.Any(over.IsSameSwitch))
            {
                Set(over, false);
            }
        }
    }

    private void Begin(long utcMicroseconds)
    {
        while (_coming.TryPeek(out PlannedFault? fault) && fault.StartUtcMicroseconds <= utcMicroseconds)
        {
            _coming.Dequeue();
            if (fault.Switch.Lasts)
            {
                _present.Add(fault);
            }

            Set(fault, true);
        }
    }

    private void Set(PlannedFault fault, bool isOn)
    {
        fault.Switch.Set(_board, fault, isOn);
        Switched?.Invoke(fault, isOn);
    }
}
