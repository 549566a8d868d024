// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Boards.Home;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>A number, or a range to draw one from for each home.</summary>
/// <param name="Low">The lowest value.</param>
/// <param name="High">The highest value.</param>
internal readonly record struct NumberRange(double Low, double High)
{
    /// <summary>Draws a value, evenly distributed and rounded to a whole number of steps; the stream moves on by one number whether it is a range or not.</summary>
    /// <param name="random">The home's numbers.</param>
    /// <param name="scale">Steps in 1, for example 1000 to draw kW and get W.</param>
    public int Draw(ref SplitMix64 random, int scale) => (int)Math.Round(random.Between(Low, High) * scale);
}
