// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
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
        Span<double> kilowatts = habits.Kilowatts.AsSpan(0, Vectors.RoundUp(kwh.Length));
        kilowatts.Fill(reading.BaseLoadKw);
        if (morning)
        {
            AddBells(kilowatts, hour, habits.MorningHour, habits.MorningKw, reading.MorningSdHours);
        }

        if (evening)
        {
            AddBells(kilowatts, hour, habits.EveningHour, habits.EveningKw, reading.EveningSdHours);
        }

        for (int i = 0; i < kwh.Length; i++)
        {
            kwh[i] = kilowatts[i] * _slotHours;
        }
    }

    private bool Touches(double hour, (double From, double To) centres, double sd) =>
        hour >= centres.From - (reading.PeakCutSd * sd) && hour <= centres.To + (reading.PeakCutSd * sd);

    private void AddBells(Span<double> kilowatts, double hour, double[] centres, double[] heights, double sd)
    {
        Vector512<double> now = Vector512.Create(hour), cut = Vector512.Create(reading.PeakCutSd);
        double perSd = 1 / sd;
        for (int i = 0; i < kilowatts.Length; i += Vectors.Width)
        {
            Vector512<double> z = (now - Vectors.LoadWhole(centres, i)) * perSd;
            Vector512<double> bell = Vectors.LoadWhole(heights, i) * ExactMath.Exp(z * z * -0.5);
            bell &= Vector512.LessThanOrEqual(Vector512.Abs(z), cut);
            Vectors.StoreWhole(Vectors.LoadWhole(kilowatts, i) + bell, kilowatts, i);
        }
    }
}
