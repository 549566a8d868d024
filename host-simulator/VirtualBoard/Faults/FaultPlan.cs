// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Boards.Faults;

/// <summary>
/// Which faults a board meets and when: written down one by one (<see cref="FaultParser"/>), drawn from a seed, or both. The same plan may be given to
/// several boards.
/// </summary>
public sealed class FaultPlan
{
    /// <summary>A plan of these faults.</summary>
    public FaultPlan(IEnumerable<PlannedFault> faults)
    {
        Faults = faults.OrderBy(fault => fault.StartUtcMicroseconds).ToList();
    }

    /// <summary>No faults.</summary>
    public static FaultPlan None { get; } = new([]);

    /// <summary>The faults in the order in which they begin.</summary>
    public IReadOnlyList<PlannedFault> Faults { get; }

    /// <summary>A plan from texts as they stand behind <c>--fault</c>; see docs/faults.md.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="startUtcSeconds">When the run begins: times of day are the first ones after it.</param>
    /// <param name="seed">Chooses what <c>random</c> draws.</param>
    /// <exception cref="FormatException">A text is not a fault; the message says what is allowed.</exception>
    public static FaultPlan Parse(IEnumerable<string> texts, long startUtcSeconds, int seed = 1)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var parser = new FaultParser(startUtcSeconds, seed);
        return new FaultPlan(texts.SelectMany(parser.Parse));
    }

    /// <summary>Draws faults of all switches, evenly over a time.</summary>
    /// <param name="seed">The same seed draws the same faults.</param>
    /// <param name="count">How many.</param>
    /// <param name="startUtcSeconds">Begin of the time, UTC in seconds.</param>
    /// <param name="lengthSeconds">Length of the time in s; one fault falls into each n-th part of it.</param>
    /// <param name="switches">What to draw from; null for all.</param>
    public static FaultPlan Random(int seed, int count, long startUtcSeconds, long lengthSeconds, IReadOnlyList<FaultSwitch>? switches = null)
    {
        return new FaultPlan(new FaultDraw(seed, switches ?? FaultSwitches.All).Draw(count, startUtcSeconds, lengthSeconds));
    }

    /// <summary>This plan and another.</summary>
    public FaultPlan With(FaultPlan other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new FaultPlan(Faults.Concat(other.Faults));
    }

    /// <summary>This plan until a time: what would last longer ends then, what would begin later is left out.</summary>
    public FaultPlan Until(long utcSeconds)
    {
        return new FaultPlan(Faults
            .Where(fault => fault.StartUtcSeconds < utcSeconds)
            .Select(fault => fault with { LengthMilliseconds = Math.Min(fault.LengthMilliseconds, ((utcSeconds - fault.StartUtcSeconds) * 1000) - fault.StartMilliseconds) }));
    }
}
