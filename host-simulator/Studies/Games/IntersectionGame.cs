// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Games;

/// <summary>Two drivers at a crossing, Go (0) or Stop (1): the worked example for why a market needs a coordinator that all obey.</summary>
public static class IntersectionGame
{
    /// <summary>Payoffs (-5,-5), (1,-1); (-1,1), (-2,-2): a crash, passing, yielding, and both waiting.</summary>
    public static BimatrixGame Create() => new(
        new double[,] { { -5, 1 }, { -1, -2 } },
        new double[,] { { -5, -1 }, { 1, -2 } });

    /// <summary>A traffic light: half of the time it lets the row driver go and stops the other, half the other way round.</summary>
    public static double[,] TrafficLight() => new[,] { { 0.0, 0.5 }, { 0.5, 0.0 } };
}
