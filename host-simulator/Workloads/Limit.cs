// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Workloads;

/// <summary>What one run of a workload may take. A limit that is null is not checked.</summary>
/// <param name="WallMilliseconds">Highest median of the elapsed time, in ms.</param>
/// <param name="CpuMilliseconds">Highest median of the processor time of all threads, in ms.</param>
/// <param name="AllocatedBytes">Highest median of the managed memory allocated, in bytes.</param>
public sealed record Limit(double? WallMilliseconds = null, double? CpuMilliseconds = null, long? AllocatedBytes = null);
