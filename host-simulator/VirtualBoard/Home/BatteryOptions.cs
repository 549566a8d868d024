// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Boards.Home;

/// <summary>A storage of a home. All powers and voltages are those at its terminals.</summary>
public sealed record BatteryOptions
{
    /// <summary>What it holds between empty and full, in Wh; 0 for a home without storage.</summary>
    public double CapacityWattHours { get; init; } = 6_400;

    /// <summary>Highest power of charging and of discharging, in W.</summary>
    public double RatedWatts { get; init; } = 3_000;

    /// <summary>Share of the charging energy that is stored, above 0, at most 1.</summary>
    public double ChargeEfficiency { get; init; } = 0.95;

    /// <summary>Share of the stored energy that comes out, above 0, at most 1.</summary>
    public double DischargeEfficiency { get; init; } = 0.95;

    /// <summary>How full it is at the start, 0 to 1.</summary>
    public double InitialStateOfCharge { get; init; } = 0.5;

    /// <summary>Open-circuit voltage when empty, in V.</summary>
    public double EmptyVolts { get; init; } = 340;

    /// <summary>Open-circuit voltage when full, in V; between them it is linear.</summary>
    public double FullVolts { get; init; } = 400;

    /// <summary>Inner resistance in ohms. It moves the terminal voltage; the losses are in the efficiencies.</summary>
    public double ResistanceOhms { get; init; } = 0.25;
}
