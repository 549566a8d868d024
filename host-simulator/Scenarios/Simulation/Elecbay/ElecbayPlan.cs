// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>A cluster whose homes order from one another on a marketplace, along one low-voltage feeder.</summary>
public sealed record ElecbayPlan
{
    /// <summary>What the supplier takes for a kWh that was ordered, but not delivered or not taken, in micro-units.</summary>
    public int ImbalancePriceMicrosPerKilowattHour { get; init; } = 450_000;

    /// <summary>The platform's fee on what a seller receives, in per mille.</summary>
    public int FeePermille { get; init; } = 20;

    /// <summary>What a buyer may order for in a billing period, the simulation, in micro-units.</summary>
    public long CreditMicros { get; init; } = 20_000_000;

    /// <summary>Resistance of the line from one home to the next in ohms.</summary>
    public double LineOhms { get; init; } = 0.02;

    /// <summary>Power that the line may carry in W.</summary>
    public double LineWatts { get; init; } = 60_000;
}
