// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>Chooses the prosumers' actions, and may learn from what they came to. Stretches of prosumers are handled by several threads at once.</summary>
public interface IPolicy
{
    /// <summary>Chooses the actions of the prosumers from <paramref name="first"/> on.</summary>
    /// <param name="day">Day number.</param>
    /// <param name="slot">Slot of the day.</param>
    /// <param name="first">Number of the first prosumer.</param>
    /// <param name="generation">Generation of the slot, kWh, one entry a prosumer.</param>
    /// <param name="synchronize">Filled in, one entry a prosumer: true to synchronize, false to be friendly.</param>
    void Choose(int day, int slot, int first, ReadOnlySpan<double> generation, Span<bool> synchronize);

    /// <summary>Learns the profit of the slot.</summary>
    /// <param name="slot">Slot of the day.</param>
    /// <param name="first">Number of the first prosumer.</param>
    /// <param name="synchronized">What was chosen.</param>
    /// <param name="profits">What it came to, money.</param>
    void Learn(int slot, int first, ReadOnlySpan<bool> synchronized, ReadOnlySpan<double> profits);
}
