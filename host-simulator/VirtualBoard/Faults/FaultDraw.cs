// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Boards.Faults;

/// <summary>Draws faults from a seed: kind, begin, length between a quarter and three times the usual one, and number.</summary>
internal sealed class FaultDraw(int seed, IReadOnlyList<FaultSwitch> switches)
{
    // Up to a day and a bit either way, and now and then years: what field reports tell of SNTP and of batteries.
    private static readonly int[] s_stepsSeconds = [-90_000, -3_600, -61, -5, 5, 61, 3_600, 90_000, 315_360_000, -315_360_000];
    private readonly Random _random = new(seed);

    /// <summary>The faults.</summary>
    public IEnumerable<PlannedFault> Draw(int count, long startUtcSeconds, long lengthSeconds)
    {
        long part = lengthSeconds / Math.Max(1, count);
        return Enumerable.Range(0, count).Select(index => DrawOne(startUtcSeconds + (index * part), part)).ToList();
    }

    private PlannedFault DrawOne(long fromUtcSeconds, long partSeconds)
    {
        FaultSwitch kind = switches[_random.Next(switches.Count)];
        long usual = kind.UsualSeconds * 1000L;
        long length = kind.Lasts ? _random.NextInt64(usual / 4, usual * 3) : 0;

        // A fault ends within its part, so that the next finds a board that works.
        length = Math.Min(length, partSeconds * 1000 / 2);
        long latest = Math.Max(0, partSeconds - (length / 1000) - 1);
        return new PlannedFault(kind, ArgumentOf(kind), fromUtcSeconds + _random.NextInt64(latest + 1), length);
    }

    private int? ArgumentOf(FaultSwitch kind)
    {
        return kind.Argument switch
        {
            null => null,
            { IsRequired: true } => s_stepsSeconds[_random.Next(s_stepsSeconds.Length)],
            { Usual: not null } argument => _random.Next(argument.Lowest, 2000),
            _ => null,
        };
    }
}
