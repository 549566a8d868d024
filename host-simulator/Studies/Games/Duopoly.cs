// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Studies.Games;

/// <summary>
/// Two producers that compete by quantity: inverse demand P = a - b Q with Q = q_a + q_b, constant marginal costs c_a and c_b.
/// Quantities, prices and profits are in the units of <paramref name="Intercept"/> and <paramref name="Slope"/>; quantities are never negative.
/// </summary>
/// <param name="Intercept">a: the price at which nobody buys, above 0.</param>
/// <param name="Slope">b: fall of the price for each unit sold, above 0.</param>
/// <param name="CostA">c_a: marginal cost of producer a, 0 or more.</param>
/// <param name="CostB">c_b: marginal cost of producer b, 0 or more.</param>
public sealed record Duopoly(double Intercept, double Slope, double CostA, double CostB)
{
    /// <summary>Says what is wrong with the numbers.</summary>
    /// <returns>A reason that names the number, or null when all is well.</returns>
    public string? Check() =>
        !(Intercept > 0 && double.IsFinite(Intercept)) ? $"the intercept a is {Intercept}; it must be a number above 0"
        : !(Slope > 0 && double.IsFinite(Slope)) ? $"the slope b is {Slope}; it must be a number above 0"
        : !(CostA >= 0 && double.IsFinite(CostA)) ? $"the cost c_a is {CostA}; it must be 0 or more"
        : !(CostB >= 0 && double.IsFinite(CostB)) ? $"the cost c_b is {CostB}; it must be 0 or more"
        : null;

    /// <summary>
    /// Producer a leads, producer b answers with q_b = (a - c_b)/(2b) - q_a/2 (Stackelberg).
    /// Where the leader's best quantity leaves room: q_a = (a - 2 c_a + c_b)/(2b). Where it does not, the leader keeps b out with the larger
    /// of the monopoly quantity (a - c_a)/(2b) and the limit quantity (a - c_b)/b.
    /// </summary>
    public DuopolyOutcome Stackelberg()
    {
        double leader = Math.Max(0, (Intercept - (2 * CostA) + CostB) / (2 * Slope));
        return FollowerQuantity(leader) > 0 || CostA >= Intercept ? Outcome(leader) : Outcome(Math.Max(MonopolyQuantity(CostA), (Intercept - CostB) / Slope));
    }

    /// <summary>Both choose at once (Cournot): q_i = (a - 2 c_i + c_j)/(3b); a producer that would sell less than nothing stays out and the other is a monopoly.</summary>
    public DuopolyOutcome Cournot()
    {
        double quantityA = (Intercept - (2 * CostA) + CostB) / (3 * Slope);
        double quantityB = (Intercept - (2 * CostB) + CostA) / (3 * Slope);
        return quantityA <= 0 ? Outcome(0, MonopolyQuantity(CostB))
            : quantityB <= 0 ? Outcome(MonopolyQuantity(CostA), 0)
            : Outcome(quantityA, quantityB);
    }

    /// <summary>Best answer of producer b to a quantity of producer a.</summary>
    public double FollowerQuantity(double quantityA) => Math.Max(0, ((Intercept - CostB) / (2 * Slope)) - (quantityA / 2));

    private double MonopolyQuantity(double cost) => Math.Max(0, (Intercept - cost) / (2 * Slope));

    private DuopolyOutcome Outcome(double leaderQuantity) => Outcome(leaderQuantity, FollowerQuantity(leaderQuantity));

    private DuopolyOutcome Outcome(double quantityA, double quantityB)
    {
        double price = Intercept - (Slope * (quantityA + quantityB));
        return new DuopolyOutcome(quantityA, quantityB, price, (price - CostA) * quantityA, (price - CostB) * quantityB);
    }
}
