// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Scenarios.DataFiles;

namespace Prosumeter.Simulator.Scenarios.Fleet;

/// <summary>A home out of measured data. What no row covers is 0.</summary>
public sealed class SeriesProfile : IHomeProfile
{
    private const double MilliwattsPerWatt = 1000;
    private const double PerUnitScale = 1e6;
    private readonly SampleSeries _home;
    private readonly long _homeShiftSeconds;
    private readonly SampleSeries? _pv;
    private readonly long _pvShiftSeconds;
    private readonly double _pvWatts;

    /// <summary>A home whose first whole day becomes the first simulated day.</summary>
    /// <param name="home">Load, with or without PV.</param>
    /// <param name="pv">PV per installed unit for a home without, or null.</param>
    /// <param name="pvWatts">Installed PV power of such a home in W.</param>
    /// <param name="firstDayUtcSeconds">Start of the first simulated day, UTC seconds.</param>
    public SeriesProfile(SampleSeries home, SampleSeries? pv, double pvWatts, long firstDayUtcSeconds)
    {
        _home = home;
        _homeShiftSeconds = home.FirstWholeDayUtcSeconds() - firstDayUtcSeconds;
        _pv = home.Kind == DataKind.Load ? pv : null;
        _pvShiftSeconds = (_pv?.FirstWholeDayUtcSeconds() ?? 0) - firstDayUtcSeconds;
        _pvWatts = pvWatts;
    }

    /// <inheritdoc/>
    public HomePower At(long utcSeconds)
    {
        _home.TryAt(utcSeconds + _homeShiftSeconds, out Sample home);
        double pv = _pv is null ? home.Second / MilliwattsPerWatt : PvAt(utcSeconds);
        return new HomePower(home.First / MilliwattsPerWatt, pv);
    }

    /// <summary>Seconds between two times for which the home has no data.</summary>
    public long SecondsWithoutData(long fromUtcSeconds, long toUtcSeconds) =>
        toUtcSeconds - fromUtcSeconds - _home.CoveredSeconds(fromUtcSeconds + _homeShiftSeconds, toUtcSeconds + _homeShiftSeconds);

    private double PvAt(long utcSeconds) =>
        _pv!.TryAt(utcSeconds + _pvShiftSeconds, out Sample unit) ? unit.First / PerUnitScale * _pvWatts : 0;
}
