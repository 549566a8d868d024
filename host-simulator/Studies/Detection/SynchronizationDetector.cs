// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>
/// Finds synchronization in what meters report anyway: net import per interval. Each meter is compared with its own past at the same time of
/// day, and the deviations of all meters in a slot are added up (Stouffer): one home that cooks late is nothing, five at once are.
/// Knows no prices, no plans and no labels. Not thread-safe.
/// </summary>
public sealed class SynchronizationDetector
{
    private readonly DetectorSettings _settings;
    private readonly List<int> _meters;
    private readonly MeterHistory _history;
    private readonly Baseline _baseline;
    private readonly double _threshold;
    private float[] _today;
    private int _day;
    private int _slot = -1;

    /// <summary>A detector that has seen nothing.</summary>
    /// <param name="settings">How to judge.</param>
    /// <param name="meters">Numbers of the meters watched: those of homes that generate.</param>
    /// <exception cref="ArgumentException">The settings make no sense.</exception>
    public SynchronizationDetector(DetectorSettings settings, IReadOnlyCollection<int> meters)
    {
        settings.Check();
        _settings = settings;
        _meters = [.. meters];
        _history = new MeterHistory(_meters.Count, settings.SlotsPerDay * settings.Windows, settings.MemoryDays);
        _baseline = new Baseline(settings);
        _threshold = settings.Threshold;
        _today = _history.NewDay();
    }

    /// <summary>The meters watched.</summary>
    public IReadOnlyList<int> Meters => _meters;

    /// <summary>Days that are over and in memory.</summary>
    public int DaysKnown => _history.Days;

    /// <summary>Watches one more meter from now on. It is judged once enough of its own days are over.</summary>
    public void Watch(int meter)
    {
        _meters.Add(meter);
        _history.Watch(ref _today);
    }

    /// <summary>Judges a slot by the days before it and remembers it. Slots may be left out but not come out of order.</summary>
    /// <param name="day">Day, counted from anywhere.</param>
    /// <param name="slot">Slot of the day.</param>
    /// <param name="netImportKwh">Import less export of each report, kWh: all of the first meter, then all of the second; NaN for a missing one.</param>
    /// <exception cref="ArgumentException">The slot is not later than the last, or the number of values is wrong.</exception>
    public SlotFinding Observe(int day, int slot, ReadOnlySpan<double> netImportKwh)
    {
        Check(day, slot, netImportKwh.Length);
        if (_slot >= 0 && day != _day)
        {
            EndDay();
        }

        (_day, _slot) = (day, slot);
        Remember(slot, netImportKwh);
        return Enumerable.Range(0, _settings.Windows).Select(window => Judge(day, slot, window)).MaxBy(f => double.IsNaN(f.Score) ? double.NegativeInfinity : f.Score)!;
    }

    private void Check(int day, int slot, int values)
    {
        if (slot < 0 || slot >= _settings.SlotsPerDay || (_slot >= 0 && (day < _day || (day == _day && slot <= _slot))))
        {
            throw new ArgumentException($"Slot {slot} of day {day} is not a slot after slot {_slot} of day {_day}.");
        }

        if (values != _meters.Count * _settings.ReportsPerSlot)
        {
            throw new ArgumentException($"{values} values are not {_settings.ReportsPerSlot} for each of {_meters.Count} meters.");
        }
    }

    private void EndDay()
    {
        _history.Add(_today);
        _today = _history.NewDay();
        _baseline.Learn(_history);
    }

    private void Remember(int slot, ReadOnlySpan<double> kwh)
    {
        int reports = _settings.ReportsPerSlot, third = reports / 3;
        for (int meter = 0; meter < _meters.Count; meter++)
        {
            ReadOnlySpan<double> own = kwh.Slice(meter * reports, reports);
            for (int window = 0; window < _settings.Windows; window++)
            {
                _today[Place(meter, slot, window)] = (float)Sum(window == 0 ? own : own.Slice((window - 1) * third, third));
            }
        }
    }

    private SlotFinding Judge(int day, int slot, int window)
    {
        MeterScore[] scores = new MeterScore[_meters.Count];
        double sum = 0;
        int known = 0;
        for (int meter = 0; meter < scores.Length; meter++)
        {
            scores[meter] = Score(meter, slot, window);
            if (!double.IsNaN(scores[meter].Z))
            {
                sum += scores[meter].Z;
                known++;
            }
        }

        return new SlotFinding(day, slot, window, known == 0 ? double.NaN : sum / Math.Sqrt(known), _threshold, scores);
    }

    private MeterScore Score(int meter, int slot, int window)
    {
        Expectation expected = _baseline[meter, (slot * _settings.Windows) + window];
        double value = _today[Place(meter, slot, window)];
        return new MeterScore(_meters[meter], value, expected.Mean, expected.Days, expected.Score(value));
    }

    private int Place(int meter, int slot, int window) => (((meter * _settings.SlotsPerDay) + slot) * _settings.Windows) + window;

    private static double Sum(ReadOnlySpan<double> kwh)
    {
        double sum = 0;
        foreach (double one in kwh)
        {
            sum += one;
        }

        return sum;
    }
}
