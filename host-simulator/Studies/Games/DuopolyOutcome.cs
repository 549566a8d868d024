// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

namespace Prosumeter.Simulator.Studies.Games;

/// <summary>What two competing producers sell and earn.</summary>
/// <param name="QuantityA">Quantity of producer a.</param>
/// <param name="QuantityB">Quantity of producer b.</param>
/// <param name="Price">Price that clears the market.</param>
/// <param name="ProfitA">(P - c_a) q_a.</param>
/// <param name="ProfitB">(P - c_b) q_b.</param>
public sealed record DuopolyOutcome(double QuantityA, double QuantityB, double Price, double ProfitA, double ProfitB)
{
    /// <summary>Q = q_a + q_b.</summary>
    public double TotalQuantity => QuantityA + QuantityB;
}
