// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Studies.RepeatedGames;

/// <summary>
/// Rounds of synchronization after Saukh, Papst, Saukh (2018), equations (1) to (4). In a round the prosumers take d kWh from the operator at
/// price s and store a kWh that they would have sold at price s_p. Later rounds start from a higher price, so to lose no more than before they must
/// synchronize for less. With demand and storage falling alike the loss d (s + s_p) stays the same from round to round.
/// </summary>
/// <param name="AskPrice">s_p: what a stored kWh would have earned, money per kWh, 0 or more.</param>
/// <param name="StorageLoss">
/// The part of a stored kWh that is lost for good, 0 to 1. 1 is the printed equation: what is stored counts as not sold. 0.1 is a battery that
/// gives back nine tenths, to be sold later at the same price.
/// </param>
/// <param name="Storing">How the stored energy follows the demand.</param>
public sealed record RepeatedGame(double AskPrice, double StorageLoss = 1, StoringChange Storing = StoringChange.WithDemand)
{
    /// <summary>Equations (1) to (3): what a round costs, d s + (lost part of a) s_p.</summary>
    /// <param name="demandKwh">d: taken from the operator.</param>
    /// <param name="price">s: the operator's price, money per kWh.</param>
    /// <param name="storedKwh">a: stored instead of sold.</param>
    public double Loss(double demandKwh, double price, double storedKwh) => (demandKwh * price) + (storedKwh * StorageLoss * AskPrice);

    /// <summary>
    /// Equation (4): the demand of the next round that costs as much as this one, d' = d x / (x + rise) with x = s + s_p (as printed) or x = s - s_p.
    /// 0 when no demand does.
    /// </summary>
    /// <param name="demandKwh">d: demand of this round, kWh; 0 or more.</param>
    /// <param name="price">s: operator's price of this round, money per kWh; above 0.</param>
    /// <param name="priceRise">By how much the price of the next round is higher, money per kWh; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, not finite, or the price is 0.</exception>
    public double NextDemand(double demandKwh, double price, double priceRise)
    {
        Require(demandKwh >= 0 && double.IsFinite(demandKwh), nameof(demandKwh), demandKwh);
        Require(price > 0 && double.IsFinite(price), nameof(price), price);
        Require(priceRise >= 0 && double.IsFinite(priceRise), nameof(priceRise), priceRise);
        Require(AskPrice >= 0 && double.IsFinite(AskPrice), nameof(AskPrice), AskPrice);
        Require(StorageLoss is >= 0 and <= 1, nameof(StorageLoss), StorageLoss);
        double stored = StorageLoss * AskPrice;
        double x = Storing == StoringChange.WithDemand ? price + stored : price - stored;
        return priceRise == 0 ? demandKwh : Math.Max(0, demandKwh * x / (x + priceRise));
    }

    /// <summary>Successive rounds, the first included, while the price rises by the same factor each time.</summary>
    /// <param name="demandKwh">Demand of the first round, kWh; as much is stored.</param>
    /// <param name="price">Operator's price of the first round, money per kWh.</param>
    /// <param name="factor">Price of a round over the price of the round before; 1 or more.</param>
    /// <param name="rounds">How many; 1 or more.</param>
    public IReadOnlyList<Round> Rounds(double demandKwh, double price, double factor, int rounds)
    {
        Require(factor >= 1 && double.IsFinite(factor), nameof(factor), factor);
        Require(rounds >= 1, nameof(rounds), rounds);
        List<Round> all = [new Round(1, price, demandKwh, demandKwh, Loss(demandKwh, price, demandKwh))];
        while (all.Count < rounds)
        {
            Round last = all[^1];
            double next = last.Price * factor;
            double demand = NextDemand(last.DemandKwh, last.Price, next - last.Price);
            double less = last.DemandKwh - demand;
            double stored = last.StoredKwh + (Storing == StoringChange.WithDemand ? -less : less);
            all.Add(new Round(all.Count + 1, next, demand, stored, Loss(demand, next, stored)));
        }

        return all;
    }

    private static void Require(bool holds, string name, double value)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, "out of its range");
        }
    }
}
