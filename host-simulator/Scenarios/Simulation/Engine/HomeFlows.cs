// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Scenarios.Results;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>What truly flowed in a home, in mJ (mW times s): exact integers, so that conservation is equality.</summary>
internal struct HomeFlows
{
    private const long MillijoulesPerMilliwattHour = 3600;

    public long Load;
    public long Cut;
    public long Generation;
    public long Import;
    public long Export;
    public long Charge;
    public long Discharge;

    /// <summary>What came in less what went out; anything but 0 is a fault of the simulation.</summary>
    public readonly long Imbalance => Generation + Import + Discharge - Load - Export - Charge;

    /// <summary>The five that a meter has registers for, in mWh, rounded down.</summary>
    public readonly HomeEnergies Energies => new(
        Import / MillijoulesPerMilliwattHour,
        Export / MillijoulesPerMilliwattHour,
        Generation / MillijoulesPerMilliwattHour,
        Charge / MillijoulesPerMilliwattHour,
        Discharge / MillijoulesPerMilliwattHour);

    /// <summary>What has flowed in the home of a virtual board, to the nearest mJ.</summary>
    public static HomeFlows Of(HomeEnergy energy) => new()
    {
        Load = Millijoules(energy.LoadJoules),
        Cut = Millijoules(energy.CutJoules),
        Generation = Millijoules(energy.GenerationJoules),
        Import = Millijoules(energy.ImportJoules),
        Export = Millijoules(energy.ExportJoules),
        Charge = Millijoules(energy.ChargeJoules),
        Discharge = Millijoules(energy.DischargeJoules),
    };

    /// <summary>What has flowed since less had.</summary>
    public readonly HomeFlows Since(in HomeFlows earlier) => new()
    {
        Load = Load - earlier.Load,
        Cut = Cut - earlier.Cut,
        Generation = Generation - earlier.Generation,
        Import = Import - earlier.Import,
        Export = Export - earlier.Export,
        Charge = Charge - earlier.Charge,
        Discharge = Discharge - earlier.Discharge,
    };

    /// <summary>Adds powers in mW that flowed for a time in s; import and charge are positive.</summary>
    public void Add(int load, int cut, int generation, int grid, int storage, int seconds)
    {
        Load += (long)load * seconds;
        Cut += (long)cut * seconds;
        Generation += (long)generation * seconds;
        Import += grid > 0 ? (long)grid * seconds : 0;
        Export += grid < 0 ? -(long)grid * seconds : 0;
        Charge += storage > 0 ? (long)storage * seconds : 0;
        Discharge += storage < 0 ? -(long)storage * seconds : 0;
    }

    public void Add(in HomeFlows other)
    {
        Load += other.Load;
        Cut += other.Cut;
        Generation += other.Generation;
        Import += other.Import;
        Export += other.Export;
        Charge += other.Charge;
        Discharge += other.Discharge;
    }

    private static long Millijoules(double joules) => (long)Math.Round(joules * 1000);
}
