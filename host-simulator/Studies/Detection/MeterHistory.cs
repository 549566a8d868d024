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
    public int Meters { get; } = meters;

    /// <summary>Complete days in memory.</summary>
    public int Days => _days.Count;

    /// <summary>One window of a meter on a day; day 0 is the oldest in memory.</summary>
    public double this[int day, int meter, int column] => _days[day][(meter * columns) + column];

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
