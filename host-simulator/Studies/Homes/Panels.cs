// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Homes;

/// <summary>The panels of the prosumers of one stretch, one entry a prosumer, with room for whole vectors of eight.</summary>
public sealed class Panels(int prosumers)
{
    /// <summary>Prosumers.</summary>
    public int Count { get; } = prosumers;

    /// <summary>The hour of most generation.</summary>
    public double[] PeakHour { get; } = new double[Vectors.RoundUp(prosumers)];

    /// <summary>The power at that hour, kW.</summary>
    public double[] PeakKw { get; } = new double[Vectors.RoundUp(prosumers)];
}
