// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>What truly flowed in a home, in mJ (mW times s): exact integers, so that conservation is equality.</summary>
internal struct HomeFlows
{
    public long Load;
    public long Cut;
    public long Generation;
    public long Import;
    public long Export;
    public long Charge;
    public long Discharge;

    /// <summary>What came in less what went out; anything but 0 is a fault of the simulation.</summary>
    public readonly long Imbalance => Generation + Import + Discharge - Load - Export - Charge;

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
}
