// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Homes;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>Room for one stretch of homes, one set a thread.</summary>
internal sealed class StretchBuffers
{
    [ThreadStatic]
    private static StretchBuffers? s_mine;

    private StretchBuffers()
    {
    }

    /// <summary>This thread's.</summary>
    public static StretchBuffers Mine => s_mine ??= new StretchBuffers();

    /// <summary>Makes what follows the last home of a stretch nothing, as far as its last vector reaches.</summary>
    public void ClearAfter(int count)
    {
        int rest = Vectors.RoundUp(count) - count;
        Demand.AsSpan(count, rest).Clear();
        Generation.AsSpan(count, rest).Clear();
        Synchronize.AsSpan(count, rest).Clear();
    }

    /// <summary>Demand, kWh.</summary>
    public double[] Demand { get; } = new double[Network.Stretch];

    /// <summary>Generation, kWh.</summary>
    public double[] Generation { get; } = new double[Network.Stretch];

    /// <summary>Who synchronizes.</summary>
    public bool[] Synchronize { get; } = new bool[Network.Stretch];
}
