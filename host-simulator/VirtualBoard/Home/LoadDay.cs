// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>Makes a day of consumption, minute by minute. What a household is like follows from its seed, what happens on a day from the day's numbers.</summary>
internal readonly struct LoadDay
{
    private readonly double _standbyWatts;
    private readonly double _morningWatts;
    private readonly double _morningHour;
    private readonly double _eveningWatts;
    private readonly double _eveningHour;

    internal LoadDay(ulong householdSeed)
    {
        var habits = new SplitMix64(householdSeed);
        _standbyWatts = habits.Between(90, 220);
        _morningWatts = habits.Between(500, 1_100);
        _morningHour = habits.Between(6.5, 8.5);
        _eveningWatts = habits.Between(800, 1_800);
        _eveningHour = habits.Between(17.5, 20.5);
    }

    internal void Fill(double[] watts, ref SplitMix64 random)
    {
        Array.Fill(watts, _standbyWatts);
        AddRefrigerator(watts, ref random);
        AddPeak(watts, _morningHour + random.Between(-0.4, 0.4), 1.6, _morningWatts * random.Between(0.8, 1.2));
        AddPeak(watts, _eveningHour + random.Between(-0.5, 0.5), 3.0, _eveningWatts * random.Between(0.8, 1.2));
        for (int use = 0; use < 6; use++)
        {
            AddAppliance(watts, random.Between(6.5, 22.5), random.Between(3, 50), random.Between(400, 2_000));
        }
    }

    private static void AddRefrigerator(double[] watts, ref SplitMix64 random)
    {
        int offset = (int)random.Between(0, 45);
        for (int minute = 0; minute < watts.Length; minute++)
        {
            watts[minute] += (minute + offset) % 45 < 15 ? 90 : 0;
        }
    }

    private static void AddPeak(double[] watts, double centreHour, double halfWidthHours, double peakWatts)
    {
        // Outside of its width a peak adds nothing.
        int start = Math.Max(0, (int)((centreHour - halfWidthHours) * 60));
        int end = Math.Min(watts.Length, (int)((centreHour + halfWidthHours) * 60) + 2);
        for (int minute = start; minute < end; minute++)
        {
            double x = ((minute / 60.0) - centreHour) / halfWidthHours;
            double shape = Math.Max(0, 1 - (x * x));
            watts[minute] += peakWatts * shape * shape;
        }
    }

    private static void AddAppliance(double[] watts, double startHour, double minutes, double power)
    {
        int start = (int)(startHour * 60);
        int end = Math.Min(watts.Length, start + (int)minutes);
        for (int minute = start; minute < end; minute++)
        {
            watts[minute] += power;
        }
    }
}
