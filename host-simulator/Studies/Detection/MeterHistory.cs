// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>Net import of all meters on the days in memory, one number a window: kWh, NaN when unknown.</summary>
internal sealed class MeterHistory(int meters, int columns, int mostDays)
{
    private readonly List<float[]> _days = [];

    /// <summary>Meters.</summary>
    public int Meters { get; private set; } = meters;

    /// <summary>Complete days in memory.</summary>
    public int Days => _days.Count;

    /// <summary>One window of a meter on a day; day 0 is the oldest in memory. NaN for a day on which the meter was not watched.</summary>
    public double this[int day, int meter, int column] =>
        (meter * columns) + column < _days[day].Length ? _days[day][(meter * columns) + column] : double.NaN;

    /// <summary>One more meter from now on; gives the present day room for it.</summary>
    public void Watch(ref float[] today)
    {
        Meters++;
        int known = today.Length;
        Array.Resize(ref today, Meters * columns);
        Array.Fill(today, float.NaN, known, columns);
    }

    /// <summary>An empty day.</summary>
    public float[] NewDay()
    {
        float[] day = new float[Meters * columns];
        Array.Fill(day, float.NaN);
        return day;
    }

    /// <summary>Remembers a day and forgets the oldest when there are too many.</summary>
    public void Add(float[] day)
    {
        if (_days.Count == mostDays)
        {
            _days.RemoveAt(0);
        }

        _days.Add(day);
    }
}
