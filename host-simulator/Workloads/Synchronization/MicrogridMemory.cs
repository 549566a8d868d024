// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Synchronization;

namespace Prosumeter.Simulator.Workloads.Synchronization;

/// <summary>Memory of a learning microgrid, by the difference between two sizes.</summary>
public static class MicrogridMemory
{
    /// <summary>Promised for a prosumer, bytes.</summary>
    public const double MostPerProsumer = 600;

    /// <summary>Promised for a consumer, bytes.</summary>
    public const double MostPerConsumer = 64;

    private const int Few = 50_000;
    private const int Many = 2 * Few;

    /// <summary>Bytes of one more prosumer.</summary>
    public static double PerProsumer() => Difference((Few, 0), (Many, 0));

    /// <summary>Bytes of one more consumer.</summary>
    public static double PerConsumer() => Math.Max(0, Difference((Few, Few), (Few, Many)));

    private static double Difference((int Prosumers, int Consumers) few, (int Prosumers, int Consumers) many)
    {
        // The thread's own buffers are made once, whatever the size.
        Allocated(1, 1);
        long less = Allocated(few.Prosumers, few.Consumers);
        return (Allocated(many.Prosumers, many.Consumers) - less) / (double)(Many - Few);
    }

    // Built and run for a day, so that everything that is made on first use is there.
    private static long Allocated(int prosumers, int consumers)
    {
        const ulong seed = 1;
        Experiment experiment = new(Readings.C0, prosumers, consumers);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Network network = new(experiment.Homes(seed), experiment.Reading, seed);
        network.Run(0, 1, new QLearner<FixedQValues>(new FixedQValues(experiment.Reading, prosumers), experiment.Reading, prosumers, seed));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
