// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Prosumeter.Simulator.Studies.Detection;
using Prosumeter.Simulator.Studies.Numerics;

namespace Prosumeter.Tests.Studies.Detection;

/// <summary>Five meters that import the same at all hours, with a noise of 15 %, before a detector.</summary>
internal sealed class DetectorBench(DetectorSettings settings, ulong seed = 1)
{
    /// <summary>What each imports in a slot, kWh.</summary>
    public const double Kwh = 0.25;

    private readonly SynchronizationDetector _detector = new(settings, s_meters);
    private static readonly int[] s_meters = [11, 12, 13, 14, 15];

    /// <summary>Numbers of the meters.</summary>
    public int[] Meters => s_meters;

    /// <summary>Whether all import half as much again: by day, slot and report.</summary>
    public Func<int, int, int, bool> Synchronizes { get; set; } = (_, _, _) => false;

    /// <summary>What a meter's import is multiplied with on a day.</summary>
    public Func<int, int, double> Factor { get; set; } = (_, _) => 1;

    /// <summary>Lets days 0 to <paramref name="days"/> - 1 pass.</summary>
    public void Run(int days)
    {
        for (int day = 0; day < days; day++)
        {
            Day(day);
        }
    }

    /// <summary>Lets a day pass.</summary>
    public SlotFinding[] Day(int day) => [.. Enumerable.Range(0, settings.SlotsPerDay).Select(slot => _detector.Observe(day, slot, Reports(day, slot)))];

    private double[] Reports(int day, int slot)
    {
        ulong key = CounterRandom.Key(seed, RandomStream.Demand, day, slot);
        double[] kwh = new double[s_meters.Length * settings.ReportsPerSlot];
        for (int i = 0; i < kwh.Length; i++)
        {
            double noise = 1 + (0.15 * NormalTable.Of(CounterRandom.Draw(key, i)));
            double extra = Synchronizes(day, slot, i % settings.ReportsPerSlot) ? 1.5 : 1;
            kwh[i] = Kwh / settings.ReportsPerSlot * noise * extra * Factor(day, i / settings.ReportsPerSlot);
        }

        return kwh;
    }
}
