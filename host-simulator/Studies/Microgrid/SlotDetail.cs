// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>What every agent did in the last slot: kept only when asked for, because a large network has no room for it.</summary>
public sealed class SlotDetail
{
    internal SlotDetail(int prosumers, int consumers)
    {
        DemandKwh = new double[prosumers + consumers];
        GenerationKwh = new double[prosumers];
        AskBefore = new double[prosumers];
        SoldKwh = new double[prosumers];
        Revenue = new double[prosumers];
        Cost = new double[prosumers];
    }

    /// <summary>Own demand of every agent, kWh.</summary>
    public double[] DemandKwh { get; }

    /// <summary>Generation of every prosumer, kWh.</summary>
    public double[] GenerationKwh { get; }

    /// <summary>Ask of every prosumer during the slot, money per kWh.</summary>
    public double[] AskBefore { get; }

    /// <summary>Sold by every prosumer, kWh.</summary>
    public double[] SoldKwh { get; }

    /// <summary>Earned by every prosumer, response payments included.</summary>
    public double[] Revenue { get; }

    /// <summary>Spent by every prosumer.</summary>
    public double[] Cost { get; }

    internal void Start(ReadOnlySpan<double> asks)
    {
        asks.CopyTo(AskBefore);
        Array.Clear(SoldKwh);
    }
}
