// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Homes;

/// <summary>What a network of homes uses and generates: agents 0 to Prosumers - 1 are prosumers, the consumers follow.</summary>
public interface IHomes
{
    /// <summary>Homes with panels.</summary>
    int Prosumers { get; }

    /// <summary>Homes without.</summary>
    int Consumers { get; }

    /// <summary>The highest expected demand of all agents together in one slot of a day, kWh.</summary>
    double ExpectedPeakKwh { get; }

    /// <summary>Fills in the demand of the agents from <paramref name="first"/> on in one slot, kWh, never negative.</summary>
    void Demand(int day, int slot, int first, Span<double> kwh);

    /// <summary>Fills in the generation of the prosumers from <paramref name="first"/> on in one slot, kWh, never negative.</summary>
    void Generation(int day, int slot, int first, Span<double> kwh);
}
