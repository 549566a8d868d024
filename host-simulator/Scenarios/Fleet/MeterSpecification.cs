// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Pricing;

namespace Prosumeter.Simulator.Scenarios.Fleet;

/// <summary>What one virtual meter and its home are built from.</summary>
public sealed record MeterSpecification
{
    /// <summary>Meter number, 1 or more; unique in its cluster.</summary>
    public required int Meter { get; init; }

    /// <summary>Name of the home, for people.</summary>
    public required string Home { get; init; }

    /// <summary>Cluster it trades in.</summary>
    public required string Cluster { get; init; }

    /// <summary>Installed PV power in W; 0 without PV.</summary>
    public int PvPeakWatts { get; init; }

    /// <summary>Usable storage capacity in Wh; 0 without storage.</summary>
    public int StorageWattHours { get; init; }

    /// <summary>Rated power of the storage inverter in W.</summary>
    public int StorageWatts { get; init; }

    /// <summary>State of charge at the start in per mille.</summary>
    public int StateOfChargePermille { get; init; } = 500;

    /// <summary>Share of the charging energy that is stored, in per mille, 1 to 1000.</summary>
    public int ChargeEfficiencyPermille { get; init; } = 950;

    /// <summary>Share of the stored energy that comes out, in per mille, 1 to 1000.</summary>
    public int DischargeEfficiencyPermille { get; init; } = 950;

    /// <summary>Share of the load behind the contactor, in per mille, 0 to 1000.</summary>
    public int InterruptiblePermille { get; init; } = 300;

    /// <summary>The highest price the owner pays in micro-units per kWh; 0 takes the retail price.</summary>
    public int BuyPriceMicrosPerKilowattHour { get; init; }

    /// <summary>How it prices its asks.</summary>
    public PricingStrategy Strategy { get; init; } = PricingStrategy.Timid;

    /// <summary>Level within the strategy in per mille.</summary>
    public int LevelPermille { get; init; } = 500;

    /// <summary>Sharing ratio X_u in per mille.</summary>
    public int SellAbovePermille { get; init; } = 800;

    /// <summary>Sharing ratio X_d in per mille.</summary>
    public int BuyBelowPermille { get; init; } = 300;

    /// <summary>Own cost Q in micro-units per kWh.</summary>
    public int CostMicrosPerKilowattHour { get; init; }

    /// <summary>True when the grid connection is measured on alternating current (ADS1115), false on direct current (INA219).</summary>
    public bool IsAlternatingCurrent { get; init; }

    /// <summary>Time between two samples in ms; 0 leaves it to the firmware.</summary>
    public int SamplingPeriodMilliseconds { get; init; } = 1000;

    /// <summary>I2C address of an FRAM for the registers, 0x50 to 0x57; 0 without one.</summary>
    public int FramAddress { get; init; }

    /// <summary>GPIO of a supply supervisor's power-good line; -1 without one.</summary>
    public int PowerFailPin { get; init; } = -1;

    /// <summary>Whether it learns its Q-table from settlements.</summary>
    public bool Learns { get; init; }

    /// <summary>Whether it stands in a laboratory: its Q-table may choose the action sync.</summary>
    public bool IsLaboratory { get; init; }

    /// <summary>Highest power of the consumers in W; with PV and storage it says what the meter must be able to carry.</summary>
    public int MostLoadWatts { get; init; } = 10_000;

    /// <summary>Highest power over the grid connection in W, either way.</summary>
    public int MostGridWatts => System.Math.Max(MostLoadWatts, PvPeakWatts) + StorageWatts;
}
