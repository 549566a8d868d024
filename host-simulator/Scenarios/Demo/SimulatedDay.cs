// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Scenarios.DataFiles;

namespace Prosumeter.Simulator.Scenarios.Demo;

/// <summary>The first day of a demo.</summary>
internal static class SimulatedDay
{
    /// <summary>2025-06-21T00:00:00Z, a long day.</summary>
    private const long GeneratedUtcSeconds = 1_750_464_000;

    /// <summary>2025-01-01T00:00:00Z: the firmware takes an earlier date for an unset clock.</summary>
    private const long EarliestUtcSeconds = 1_735_689_600;

    private const long FourYearsSeconds = 1461 * 86_400;

    /// <summary>The first measured day, moved by whole four years when it is too early, so that month and day stay; a day in June without data.</summary>
    public static long Of(MeasuredData? data)
    {
        long day = data?.FirstDayUtcSeconds ?? GeneratedUtcSeconds;
        while (day < EarliestUtcSeconds)
        {
            day += FourYearsSeconds;
        }

        return day;
    }
}
