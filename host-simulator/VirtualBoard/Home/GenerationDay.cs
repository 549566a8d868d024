// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>Makes a day of photovoltaic power, minute by minute: half a sine from 6 to 20 o'clock, dimmed by passing clouds.</summary>
internal readonly struct GenerationDay
{
    private const double SunriseHour = 6;
    private const double SunsetHour = 20;
    private const int MinutesPerDay = 1_440;

    // The sun is the same on all days, and its sine costs more than everything else of a minute.
    private static readonly double[] s_clearSky = Enumerable.Range(0, MinutesPerDay).Select(minute => ClearSky(minute / 60.0)).ToArray();

    private readonly double _peakWatts;

    internal GenerationDay(double peakWatts)
    {
        _peakWatts = peakWatts;
    }

    internal void Fill(double[] watts, ref SplitMix64 random)
    {
        // How much of the day is cloudy, and how dark its clouds are.
        double cloudiness = random.Between(0, 1);
        double darkness = random.Between(0.4, 0.85);
        double cover = 0;
        double target = 0;
        for (int minute = 0; minute < watts.Length; minute++)
        {
            if (minute % 12 == 0)
            {
                target = random.Between(0, 1) < cloudiness ? random.Between(0.5, 1) : 0;
            }

            cover += (target - cover) / 4;
            watts[minute] = _peakWatts * s_clearSky[minute] * (1 - (darkness * cover));
        }
    }

    private static double ClearSky(double hour)
    {
        return hour is <= SunriseHour or >= SunsetHour
            ? 0
            : Sine.OfTurn((hour - SunriseHour) / (SunsetHour - SunriseHour) / 2);
    }
}
