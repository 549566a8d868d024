// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Tests.Hal;

/// <summary>A sine with an offset, harmonics and seeded noise at an input of a converter.</summary>
internal sealed class MainsVoltage : IVoltageSource
{
    private readonly Random _random = new(1);

    public double Hertz { get; set; } = 50;

    public double RmsMicrovolts { get; set; }

    public double PhaseRadians { get; set; }

    public double OffsetMicrovolts { get; set; }

    public double ThirdHarmonic { get; set; }

    public double NoiseMicrovolts { get; set; }

    public int MicrovoltsAt(long microseconds)
    {
        double angle = (2 * Math.PI * Hertz * microseconds / 1e6) + PhaseRadians;
        double wave = Math.Sqrt(2) * RmsMicrovolts * (Math.Sin(angle) + (ThirdHarmonic * Math.Sin(3 * angle)));
        return (int)Math.Round(wave + OffsetMicrovolts + (NoiseMicrovolts * ((2 * _random.NextDouble()) - 1)));
    }
}
