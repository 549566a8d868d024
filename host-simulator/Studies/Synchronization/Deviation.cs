// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>What one prosumer gains by deviating alone, per cent of the prosumers' mean daily sales.</summary>
/// <param name="Flips">By doing the other thing in one slot, by slot.</param>
/// <param name="Friendly">By always being friendly.</param>
/// <param name="Synchronizing">By always synchronizing.</param>
/// <param name="BestResponse">By the best response found, on fresh days.</param>
public sealed record Deviation(double[] Flips, double Friendly, double Synchronizing, double BestResponse)
{
    /// <summary>Share of slots in which doing the other thing pays.</summary>
    public double PayingFlips => Flips.Count(gain => gain > 1e-9) / (double)Flips.Length;
}
