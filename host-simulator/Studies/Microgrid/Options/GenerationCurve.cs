// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>A20: the shape of a sunny day.</summary>
public enum GenerationCurve
{
    /// <summary>Two quarter sines from sunrise to the panels' own peak hour and on to sunset.</summary>
    SkewedSine,

    /// <summary>A bell around the peak hour.</summary>
    Gaussian,
}
