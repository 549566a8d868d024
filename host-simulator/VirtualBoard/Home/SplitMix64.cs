// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>
/// Steele, Lea and Flood's SplitMix64 (OOPSLA 2014): random numbers that are the same on every machine and every version of .NET.
/// </summary>
public struct SplitMix64
{
    private ulong _state;

    /// <summary>A stream; the same seed gives the same numbers.</summary>
    public SplitMix64(ulong seed)
    {
        _state = seed;
    }

    /// <summary>64 random bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Evenly distributed from <paramref name="low"/> up to but not including <paramref name="high"/>.</summary>
    public double Between(double low, double high)
    {
        return low + ((Next() >> 11) * (1.0 / (1UL << 53)) * (high - low));
    }
}
