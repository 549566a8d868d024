// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Simulator.Studies.Homes;

/// <summary>Expected generation: one sunny day after another (A20).</summary>
internal sealed class SunnyDay(Reading reading, IPopulation population)
{
    private readonly double _slotHours = 24.0 / reading.SlotsPerDay;

    /// <summary>Whether nobody can generate in a slot.</summary>
    public bool IsDark(int slot)
    {
        double hour = (slot + 0.5) * _slotHours;
        return reading.GenerationCurve == GenerationCurve.SkewedSine && (hour <= reading.Sunrise || hour >= reading.Sunset);
    }

    /// <summary>Fills in the expected generation of a stretch of prosumers, kWh.</summary>
    public void Fill(int slot, int first, Span<double> kwh, Panels panels)
    {
        Vector512<double> hour = Vector512.Create((slot + 0.5) * _slotHours);
        population.Fill(first, kwh.Length, panels);
        for (int i = 0; i < kwh.Length; i += Vectors.Width)
        {
            Vector512<double> shape = Shape(hour, Vector512.Create(panels.PeakHour, i));
            Vectors.Store(Vector512.Create(panels.PeakKw, i) * _slotHours * shape, kwh, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector512<double> Shape(Vector512<double> hour, Vector512<double> peak)
    {
        if (reading.GenerationCurve == GenerationCurve.Gaussian)
        {
            Vector512<double> z = (hour - peak) * (1 / reading.GenerationSdHours);
            return ExactMath.Exp(z * z * -0.5);
        }

        Vector512<double> sunrise = Vector512.Create(reading.Sunrise), sunset = Vector512.Create(reading.Sunset);
        Vector512<double> rises = Vector512.LessThan(hour, peak);
        Vector512<double> part = Vector512.ConditionalSelect(rises, hour - sunrise, sunset - hour);
        Vector512<double> whole = Vector512.ConditionalSelect(rises, peak - sunrise, sunset - peak);
        return ExactMath.SineOfQuarterTurn(part / whole);
    }
}
