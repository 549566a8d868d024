// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>What the homes of one stretch add up to in a slot, kWh.</summary>
internal struct SlotSums
{
    /// <summary>Demand of consumers.</summary>
    public double ConsumerKwh;

    /// <summary>Own demand of prosumers.</summary>
    public double ProsumerKwh;

    /// <summary>Own demand of synchronizers.</summary>
    public double SynchronizerKwh;

    /// <summary>Deficits of friendly prosumers.</summary>
    public double DeficitKwh;

    /// <summary>Surplus of friendly prosumers.</summary>
    public double SurplusKwh;

    /// <summary>Deficits that synchronizers would have had.</summary>
    public double AvoidedKwh;

    /// <summary>Synchronizers.</summary>
    public int Synchronizers;

    /// <summary>Adds another stretch. Stretches are added in their order, so the sum is the same for any number of threads.</summary>
    public void Add(in SlotSums other)
    {
        ConsumerKwh += other.ConsumerKwh;
        ProsumerKwh += other.ProsumerKwh;
        SynchronizerKwh += other.SynchronizerKwh;
        DeficitKwh += other.DeficitKwh;
        SurplusKwh += other.SurplusKwh;
        AvoidedKwh += other.AvoidedKwh;
        Synchronizers += other.Synchronizers;
    }

    /// <summary>The demand that makes the price (A8).</summary>
    public readonly double Measured(DemandMeasure measure, double extraKwh) => measure switch
    {
        DemandMeasure.NetOfGeneration => ConsumerKwh + DeficitKwh + SynchronizerKwh + extraKwh,
        DemandMeasure.Residual => System.Math.Max(0, ConsumerKwh + DeficitKwh + SynchronizerKwh + extraKwh - SurplusKwh),
        _ => ConsumerKwh + ProsumerKwh + extraKwh,
    };
}
