// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Boards.Home;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>The course of a home's powers as the engine sees it, for a virtual board: so a home draws and generates the same on both.</summary>
internal sealed class SteppedProfile(ProfileDay day) : IHomeProfile
{
    private const double MilliwattsPerWatt = 1000;
    private long _from;
    private long _until;
    private HomePower _power;

    /// <inheritdoc/>
    public HomePower At(long utcSeconds)
    {
        if (utcSeconds < _from || utcSeconds >= _until)
        {
            _from = utcSeconds;
            _until = day.At(utcSeconds, out int load, out int generation);
            _power = new HomePower(load / MilliwattsPerWatt, generation / MilliwattsPerWatt);
        }

        return _power;
    }
}
