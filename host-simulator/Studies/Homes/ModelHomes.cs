// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Simulator.Studies.Homes;

/// <summary>Homes after the paper: a population's habits and panels with the noise of a seed. Thread-safe: nothing is kept between calls.</summary>
public sealed class ModelHomes : IHomes
{
    [ThreadStatic]
    private static Habits? s_habits;

    [ThreadStatic]
    private static Panels? s_panels;

    private readonly IPopulation _population;
    private readonly Reading _reading;
    private readonly ulong _seed;
    private readonly DemandCurve _demand;
    private readonly SunnyDay _sun;
    private readonly double _slotHours;
    private readonly KeptCurves? _keptDemand;
    private readonly KeptCurves? _keptGeneration;

    /// <summary>Homes of a population, with the noise of a seed.</summary>
    public ModelHomes(IPopulation population, Reading reading, ulong seed)
    {
        _population = population;
        _reading = reading;
        _seed = seed;
        _demand = new DemandCurve(reading, population);
        _sun = new SunnyDay(reading, population);
        _slotHours = 24.0 / reading.SlotsPerDay;
        ExpectedPeakKwh = ExpectedPeak();
        _keptDemand = reading.Habits == HabitRule.RedrawnDaily ? null
            : KeptCurves.Of(reading.SlotsPerDay, Prosumers + Consumers, (slot, kwh) => ExpectedDemand(0, slot, 0, kwh));
        _keptGeneration = KeptCurves.Of(reading.SlotsPerDay, Prosumers, (slot, kwh) => ExpectedGeneration(slot, 0, kwh));
    }

    /// <inheritdoc/>
    public int Prosumers => _population.Prosumers;

    /// <inheritdoc/>
    public int Consumers => _population.Consumers;

    /// <inheritdoc/>
    public double ExpectedPeakKwh { get; }

    /// <inheritdoc/>
    public void Demand(int day, int slot, int first, Span<double> kwh)
    {
        if (_keptDemand != null)
        {
            _keptDemand.Copy(slot, first, kwh);
        }
        else
        {
            ExpectedDemand(day, slot, first, kwh);
        }

        AddNoise(day, slot, first, kwh);
    }

    /// <inheritdoc/>
    public void Generation(int day, int slot, int first, Span<double> kwh)
    {
        if (_sun.IsDark(slot))
        {
            kwh.Clear();
            return;
        }

        if (_keptGeneration != null)
        {
            _keptGeneration.Copy(slot, first, kwh);
        }
        else
        {
            ExpectedGeneration(slot, first, kwh);
        }

        Vary(day, slot, first, kwh);
    }

    private void ExpectedDemand(int day, int slot, int first, Span<double> kwh)
    {
        Habits habits = s_habits ??= new Habits(Habits.Stretch);
        for (int start = 0; start < kwh.Length; start += Habits.Stretch)
        {
            _demand.Fill(day, slot, first + start, kwh.Slice(start, Math.Min(Habits.Stretch, kwh.Length - start)), habits);
        }
    }

    private void ExpectedGeneration(int slot, int first, Span<double> kwh)
    {
        Panels panels = s_panels ??= new Panels(Habits.Stretch);
        for (int start = 0; start < kwh.Length; start += Habits.Stretch)
        {
            _sun.Fill(slot, first + start, kwh.Slice(start, Math.Min(Habits.Stretch, kwh.Length - start)), panels);
        }
    }

    private void AddNoise(int day, int slot, int first, Span<double> kwh)
    {
        if (_reading.DemandSd == 0)
        {
            return;
        }

        ulong key = CounterRandom.Key(_seed, RandomStream.Demand, day, slot);
        if (_reading.DemandNoise == DemandNoise.Multiplicative)
        {
            Multiply(key, first, kwh);
        }
        else
        {
            Add(key, day, first, kwh);
        }
    }

    private void Multiply(ulong key, int first, Span<double> kwh)
    {
        double sd = _reading.DemandSd;
        int whole = Vectors.Whole(kwh.Length);
        for (int i = 0; i < whole; i += Vectors.Width)
        {
            Vectors.StoreWhole(Vectors.LoadWhole(kwh, i) * DemandFactor(key, first + i, sd), kwh, i);
        }

        if (whole < kwh.Length)
        {
            Vectors.Store(Vectors.Load(kwh, whole) * DemandFactor(key, first + whole, sd), kwh, whole);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> DemandFactor(ulong key, int first, double sd) =>
        Vector512.MaxNative((NormalTable.Of(CounterRandom.Draw8(key, first)) * sd) + Vector512<double>.One, default);

    private void Add(ulong key, int day, int first, Span<double> kwh)
    {
        Habits habits = new(kwh.Length);
        _population.Fill(day, first, kwh.Length, habits);
        for (int i = 0; i < kwh.Length; i++)
        {
            double peakKw = _reading.BaseLoadKw + Math.Max(habits.MorningKw[i], habits.EveningKw[i]);
            double noise = NormalTable.Of(CounterRandom.Draw(key, first + i));
            kwh[i] = Math.Max(0, kwh[i] + (_reading.DemandSd * peakKw * _slotHours * noise));
        }
    }

    private void Vary(int day, int slot, int first, Span<double> kwh)
    {
        // A random walk is the product of the day's factors; it is computed again each time, so that any slot can be asked for.
        int from = _reading.GenerationNoise == GenerationNoise.RandomWalk ? 0 : slot;
        for (int k = from; k <= slot; k++)
        {
            Vary(CounterRandom.Key(_seed, RandomStream.Generation, day, k), first, kwh, _reading.GenerationSpread);
        }
    }

    private static void Vary(ulong key, int first, Span<double> kwh, double spread)
    {
        int whole = Vectors.Whole(kwh.Length);
        for (int i = 0; i < whole; i += Vectors.Width)
        {
            Vectors.StoreWhole(Vectors.LoadWhole(kwh, i) * GenerationFactor(key, first + i, spread), kwh, i);
        }

        if (whole < kwh.Length)
        {
            Vectors.Store(Vectors.Load(kwh, whole) * GenerationFactor(key, first + whole, spread), kwh, whole);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> GenerationFactor(ulong key, int first, double spread) =>
        Vector512.Create(1 - spread) + (CounterRandom.Unit(CounterRandom.Draw8(key, first)) * (2 * spread));

    private double ExpectedPeak()
    {
        double[] stretch = new double[Habits.Stretch];
        double peak = 0;
        for (int slot = 0; slot < _reading.SlotsPerDay; slot++)
        {
            peak = Math.Max(peak, TotalDemand(slot, stretch));
        }

        return peak;
    }

    private double TotalDemand(int slot, double[] stretch)
    {
        double sum = 0;
        int agents = Prosumers + Consumers;
        for (int first = 0; first < agents; first += stretch.Length)
        {
            Span<double> part = stretch.AsSpan(0, Math.Min(stretch.Length, agents - first));
            ExpectedDemand(0, slot, first, part);
            foreach (double kwh in part)
            {
                sum += kwh;
            }
        }

        return sum;
    }
}
