// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Diagnostics;

namespace Prosumeter.Simulator.Workloads;

/// <summary>Measures workloads: warm up until the just-in-time compiler has optimised what runs, then take a number of runs one by one.</summary>
public static class Measurement
{
    /// <summary>Measures one workload.</summary>
    /// <param name="workload">What to run.</param>
    /// <param name="repeats">Runs to measure, 1 or more.</param>
    /// <param name="warmUp">Time to warm up; it takes at least one run, none when the time is zero.</param>
    public static Figure Of(IWorkload workload, int repeats, TimeSpan warmUp)
    {
        ArgumentNullException.ThrowIfNull(workload);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(repeats);
        WarmUp(workload, warmUp);
        double[] wall = new double[repeats], cpu = new double[repeats], allocated = new double[repeats];
        for (int run = 0; run < repeats; run++)
        {
            (wall[run], cpu[run], allocated[run]) = RunOnce(workload);
        }

        return new Figure(workload.Name, repeats, Spread.Of(wall), Spread.Of(cpu), Spread.Of(allocated), workload.Limit);
    }

    private static void WarmUp(IWorkload workload, TimeSpan time)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < time)
        {
            workload.Run();
        }
    }

    private static (double WallMilliseconds, double CpuMilliseconds, double AllocatedBytes) RunOnce(IWorkload workload)
    {
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan cpu = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        workload.Run();
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        return (wall.TotalMilliseconds, cpu.TotalMilliseconds, GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }
}
