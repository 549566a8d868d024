// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>
/// A made-up home: standby and refrigerator, a morning and an evening peak, a few strong appliances, and panels under a sky that is clear on
/// some days and cloudy on others. All of it follows from the seed; time of day is UTC plus an offset.
/// </summary>
public sealed class SyntheticHomeProfile : IHomeProfile
{
    private const int SecondsPerDay = 86_400;
    private const int MinutesPerDay = 1_440;

    private readonly ulong _seed;
    private readonly double _peakGenerationWatts;
    private readonly int _utcOffsetSeconds;
    private readonly double[] _loadWatts = new double[MinutesPerDay];
    private readonly double[] _generationWatts;
    private long _day = long.MinValue;

    /// <summary>Makes a home.</summary>
    /// <param name="seed">Which home.</param>
    /// <param name="peakGenerationWatts">What the panels give at noon of a clear day; 0 for a home without.</param>
    /// <param name="utcOffsetSeconds">Local time minus UTC.</param>
    public SyntheticHomeProfile(ulong seed, double peakGenerationWatts = 4_000, int utcOffsetSeconds = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(peakGenerationWatts);
        _seed = seed;
        _peakGenerationWatts = peakGenerationWatts;
        _generationWatts = peakGenerationWatts > 0 ? new double[MinutesPerDay] : [];
        _utcOffsetSeconds = utcOffsetSeconds;
    }

    /// <inheritdoc/>
    public HomePower At(long utcSeconds)
    {
        long local = utcSeconds + _utcOffsetSeconds;
        long day = Math.DivRem(local, SecondsPerDay, out long second);
        if (second < 0)
        {
            second += SecondsPerDay;
            day--;
        }

        if (day != _day)
        {
            MakeDay(day);
        }

        int minute = (int)(second / 60);
        return new HomePower(_loadWatts[minute], _generationWatts.Length > 0 ? _generationWatts[minute] : 0);
    }

    private void MakeDay(long day)
    {
        _day = day;
        var random = new SplitMix64(_seed ^ ((ulong)day * 0xD1B54A32D192ED03));
        new LoadDay(_seed).Fill(_loadWatts, ref random);
        new GenerationDay(_peakGenerationWatts).Fill(_generationWatts, ref random);
    }
}
