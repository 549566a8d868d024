// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Workloads;

/// <summary>What was measured of a workload.</summary>
/// <param name="Name">The workload's name.</param>
/// <param name="Repeats">How many runs were measured, after those for warming up.</param>
/// <param name="WallMilliseconds">Elapsed time of a run, in ms.</param>
/// <param name="CpuMilliseconds">Processor time of all threads in a run, in ms.</param>
/// <param name="AllocatedBytes">Managed memory that all threads allocated in a run, in bytes.</param>
/// <param name="Limit">What a run may take; null when nothing is promised.</param>
public sealed record Figure(string Name, int Repeats, Spread WallMilliseconds, Spread CpuMilliseconds, Spread AllocatedBytes, Limit? Limit)
{
    /// <summary>Whether the medians are within the limit.</summary>
    public bool Holds =>
        WallMilliseconds.Median <= (Limit?.WallMilliseconds ?? double.PositiveInfinity)
        && CpuMilliseconds.Median <= (Limit?.CpuMilliseconds ?? double.PositiveInfinity)
        && AllocatedBytes.Median <= (Limit?.AllocatedBytes ?? double.PositiveInfinity);
}
