// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Runtime.Intrinsics;
using Prosumeter.Simulator.Studies.Homes;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>What the prosumers of one stretch add up to, eight sums side by side, kWh.</summary>
internal struct ProsumerLanes
{
    /// <summary>Own demand.</summary>
    public Vector512<double> Own;

    /// <summary>Own demand of synchronizers.</summary>
    public Vector512<double> Synchronizers;

    /// <summary>Deficits of friendly prosumers.</summary>
    public Vector512<double> Deficit;

    /// <summary>Surplus of friendly prosumers.</summary>
    public Vector512<double> Surplus;

    /// <summary>Deficits that synchronizers would have had.</summary>
    public Vector512<double> Avoided;

    /// <summary>Demand that synchronizers add at once.</summary>
    public Vector512<double> Extra;

    /// <summary>Adds eight prosumers.</summary>
    public void Add(Vector512<double> demand, Vector512<double> generation, Vector512<double> synchronizes)
    {
        Vector512<double> surplus = Vector512.MaxNative(generation - demand, default), deficit = Vector512.MaxNative(demand - generation, default);
        Own += demand;
        Synchronizers += demand & synchronizes;
        Surplus += Vector512.AndNot(surplus, synchronizes);
        Deficit += Vector512.AndNot(deficit, synchronizes);
        Avoided += deficit & synchronizes;
    }

    /// <summary>The eight sums of each thing together.</summary>
    public readonly SlotSums Total(int synchronizers) => new()
    {
        ProsumerKwh = Vectors.Sum(Own),
        SynchronizerKwh = Vectors.Sum(Synchronizers),
        DeficitKwh = Vectors.Sum(Deficit),
        SurplusKwh = Vectors.Sum(Surplus),
        AvoidedKwh = Vectors.Sum(Avoided),
        Synchronizers = synchronizers,
    };
}
