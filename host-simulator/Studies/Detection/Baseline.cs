// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>What every meter shows in every window of a day when nobody synchronizes, as far as the days in memory tell.</summary>
internal sealed class Baseline(DetectorSettings settings)
{
    private readonly int _columns = settings.SlotsPerDay * settings.Windows;
    private Expectation[] _expectations = [];
    private bool _isFixed;

    /// <summary>What a meter is expected to show; nothing before the first days are over.</summary>
    public Expectation this[int meter, int column] =>
        (meter * _columns) + column < _expectations.Length ? _expectations[(meter * _columns) + column] : default;

    /// <summary>Learns from the days in memory.</summary>
    public void Learn(MeterHistory history)
    {
        if (history.Days < settings.BaselineDays || _isFixed)
        {
            return;
        }

        _isFixed = settings.Baseline == BaselineRule.Fixed;
        Array.Resize(ref _expectations, history.Meters * _columns);
        int slots = settings.SlotsPerDay / DetectorSettings.DayParts;
        for (int first = 0; first < settings.SlotsPerDay; first += slots)
        {
            bool[]? isLess = _isFixed ? null : DaySplit.Of(history, [.. Enumerable.Range(first, slots).Select(slot => slot * settings.Windows)]);
            Learn(history, first * settings.Windows, slots * settings.Windows, isLess);
        }
    }

    private void Learn(MeterHistory history, int first, int count, bool[]? isLess)
    {
        for (int meter = 0; meter < history.Meters; meter++)
        {
            for (int column = first; column < first + count; column++)
            {
                _expectations[(meter * _columns) + column] = Expect(history, meter, column, isLess);
            }
        }
    }

    private static Expectation Expect(MeterHistory history, int meter, int column, bool[]? isLess)
    {
        Sample less = default, more = default, all = default;
        for (int day = 0; day < history.Days; day++)
        {
            double value = history[day, meter, column];
            if (double.IsNaN(value))
            {
                continue;
            }

            all.Add(value);
            if (isLess?[day] == true)
            {
                less.Add(value);
            }
            else
            {
                more.Add(value);
            }
        }

        return isLess == null ? Expectation.Of(all) : Expectation.Of(less, more, all);
    }
}
