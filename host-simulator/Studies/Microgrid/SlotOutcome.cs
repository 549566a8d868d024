// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Microgrid;

/// <summary>What one slot came to, over the whole network. Energy in kWh, money in units of the base price's currency.</summary>
public readonly record struct SlotOutcome
{
    /// <summary>Day number.</summary>
    public int Day { get; init; }

    /// <summary>Slot of the day.</summary>
    public int Slot { get; init; }

    /// <summary>The demand that makes the price, before it is limited by the reference.</summary>
    public double DemandKwh { get; init; }

    /// <summary>The operator's price, money per kWh.</summary>
    public double Price { get; init; }

    /// <summary>Prosumers who synchronized.</summary>
    public int Synchronized { get; init; }

    /// <summary>What the consumers paid.</summary>
    public double ConsumerCost { get; init; }

    /// <summary>What the prosumers earned in the local market.</summary>
    public double Revenue { get; init; }

    /// <summary>What the prosumers paid for deficits, and under a defence for synchronizing.</summary>
    public double ProsumerCost { get; init; }

    /// <summary>Demand-side response payments to prosumers.</summary>
    public double ResponsePayments { get; init; }

    /// <summary>What synchronizers would have paid the operator for their deficits.</summary>
    public double AvoidedCost { get; init; }

    /// <summary>Energy traded in the local market.</summary>
    public double TradedKwh { get; init; }

    /// <summary>Energy that buyers took from the operator.</summary>
    public double OperatorKwh { get; init; }

    /// <summary>The prosumers' profit.</summary>
    public double Profit => Revenue + ResponsePayments - ProsumerCost;
}
