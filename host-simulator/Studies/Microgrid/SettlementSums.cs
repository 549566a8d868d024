// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>What the prosumers of one stretch paid and were paid beside the market.</summary>
internal struct SettlementSums
{
    /// <summary>Paid for deficits and, under a defence, for synchronizing.</summary>
    public double Cost;

    /// <summary>Demand-side response payments received.</summary>
    public double ResponsePayments;

    /// <summary>Adds another stretch.</summary>
    public void Add(in SettlementSums other)
    {
        Cost += other.Cost;
        ResponsePayments += other.ResponsePayments;
    }
}
