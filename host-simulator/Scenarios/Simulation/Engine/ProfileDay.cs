// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Buffers;
using Prosumeter.Simulator.Boards.Home;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>
/// Load and generation of a home for one day, in steps. A hundred thousand days must fit into memory, so a value is a share of the day's highest one in 16 bits:
/// an error of at most 1/131070 of it.
/// </summary>
internal sealed class ProfileDay
{
    private const long SecondsPerDay = 86_400;
    private const int MilliwattsPerWatt = 1000;

    private readonly HomePlan _plan;
    private readonly ushort[] _load;
    private readonly ushort[] _generation;
    private long _dayStart = long.MinValue;
    private double _loadScale;
    private double _generationScale;

    public ProfileDay(HomePlan plan)
    {
        _plan = plan;
        _load = new ushort[SecondsPerDay / plan.ProfileStepSeconds];
        _generation = plan.Meter.PvPeakWatts > 0 ? new ushort[_load.Length] : [];
    }

    /// <summary>The powers at a time in mW and until when they hold, UTC seconds.</summary>
    public long At(long utcSeconds, out int loadMilliwatts, out int generationMilliwatts)
    {
        long second = utcSeconds - _dayStart;
        if ((ulong)second >= SecondsPerDay)
        {
            Open(utcSeconds);
            second = utcSeconds - _dayStart;
        }

        int step = (int)second / _plan.ProfileStepSeconds;
        loadMilliwatts = (int)((_load[step] * _loadScale) + 0.5);
        generationMilliwatts = _generation.Length > 0 ? (int)((_generation[step] * _generationScale) + 0.5) : 0;
        return _dayStart + ((step + 1L) * _plan.ProfileStepSeconds);
    }

    /// <summary>Load of a day in mJ.</summary>
    public long LoadMillijoules(long dayUtcSeconds)
    {
        At(dayUtcSeconds, out _, out _);
        long sum = 0;
        foreach (ushort load in _load)
        {
            sum += (long)((load * _loadScale) + 0.5) * _plan.ProfileStepSeconds;
        }

        return sum;
    }

    private void Open(long utcSeconds)
    {
        _dayStart = utcSeconds - (utcSeconds % SecondsPerDay);
        IHomeProfile profile = _plan.OpenProfile();
        HomePower[] rented = ArrayPool<HomePower>.Shared.Rent(_load.Length);
        Span<HomePower> powers = rented.AsSpan(0, _load.Length);
        double load = 0, generation = 0;
        for (int step = 0; step < powers.Length; step++)
        {
            powers[step] = profile.At(_dayStart + ((long)step * _plan.ProfileStepSeconds));
            load = Math.Max(load, powers[step].LoadWatts);
            generation = Math.Max(generation, powers[step].GenerationWatts);
        }

        _loadScale = Pack(powers, power => power.LoadWatts, load, _load);
        _generationScale = Pack(powers, power => power.GenerationWatts, generation, _generation);
        ArrayPool<HomePower>.Shared.Return(rented);
    }

    /// <returns>mW of one unit of the packed values.</returns>
    private static double Pack(ReadOnlySpan<HomePower> powers, Func<HomePower, double> value, double highest, ushort[] packed)
    {
        double perUnit = highest > 0 ? highest / ushort.MaxValue : 1;
        for (int step = 0; step < packed.Length; step++)
        {
            packed[step] = (ushort)((value(powers[step]) / perUnit) + 0.5);
        }

        return perUnit * MilliwattsPerWatt;
    }
}
