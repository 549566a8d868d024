// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Simulator.Studies.Homes;

/// <summary>Expected demand: a base load and two bells a day (A17, A18).</summary>
internal sealed class DemandCurve(Reading reading, IPopulation population)
{
    private readonly double _slotHours = 24.0 / reading.SlotsPerDay;

    /// <summary>Fills in the expected demand of at most <see cref="Habits.Stretch"/> agents, kWh.</summary>
    public void Fill(int day, int slot, int first, Span<double> kwh, Habits habits)
    {
        double hour = (slot + 0.5) * _slotHours;
        bool morning = Touches(hour, population.MorningHours, reading.MorningSdHours);
        bool evening = Touches(hour, population.EveningHours, reading.EveningSdHours);
        if (!morning && !evening)
        {
            kwh.Fill(reading.BaseLoadKw * _slotHours);
            return;
        }

        population.Fill(day, first, kwh.Length, habits);
        for (int i = 0; i < kwh.Length; i += Vectors.Width)
        {
            Vector512<double> kilowatts = Vector512.Create(reading.BaseLoadKw);
            kilowatts += morning ? Bell(hour, habits.MorningHour, habits.MorningKw, i, reading.MorningSdHours) : default;
            kilowatts += evening ? Bell(hour, habits.EveningHour, habits.EveningKw, i, reading.EveningSdHours) : default;
            Vectors.Store(kilowatts * _slotHours, kwh, i);
        }
    }

    private bool Touches(double hour, (double From, double To) centres, double sd) =>
        hour >= centres.From - (reading.PeakCutSd * sd) && hour <= centres.To + (reading.PeakCutSd * sd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Bell(double hour, double[] centres, double[] kilowatts, int index, double sd)
    {
        Vector512<double> z = (Vector512.Create(hour) - Vector512.Create(centres, index)) * (1 / sd);
        Vector512<double> height = Vector512.Create(kilowatts, index) * ExactMath.Exp(z * z * -0.5);
        return height & Vector512.LessThanOrEqual(Vector512.Abs(z), Vector512.Create(reading.PeakCutSd));
    }
}
