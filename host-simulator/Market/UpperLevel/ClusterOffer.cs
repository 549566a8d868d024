// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>What a cluster's own auction left over: the aggregator offers it to the other clusters for the same slot.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Sale">Energy that found no local buyer, at one price; no energy when there is none.</param>
/// <param name="Purchases">Energy that found no local seller, by cap, the highest cap first.</param>
public sealed record ClusterOffer(string Cluster, PricedEnergy Sale, IReadOnlyList<PricedEnergy> Purchases)
{
    /// <summary>Most steps of the purchases; all beyond share the lowest cap of them.</summary>
    public const int MostPurchases = 16;

    /// <summary>Whether there is nothing to trade.</summary>
    public bool IsEmpty => Sale.EnergyMilliwattHours == 0 && Purchases.Count == 0;

    /// <summary>
    /// The offer after a cluster's clearing. An aggregator sells at its maximum local ask (Sabounchi and Wei, section II), so that no meter gets less than it asked;
    /// it buys up to what each unserved meter bid, so that none pays more.
    /// </summary>
    public static ClusterOffer Of(string cluster, SlotClearing clearing)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        ArgumentNullException.ThrowIfNull(clearing);
        List<PricedEnergy> unsold = Leftover.Of(clearing.Book.Asks, clearing.Outcome.Asks).Select(left => left.Energy).ToList();
        IEnumerable<PricedEnergy> unserved = Leftover.Of(clearing.Book.Bids, clearing.Outcome.Bids).Select(left => left.Energy);
        PricedEnergy sale = unsold.Count == 0 ? default : new PricedEnergy(Sum(unsold), unsold[^1].PriceMicrosPerKilowattHour);
        return new ClusterOffer(cluster, sale, Steps(unserved));
    }

    /// <summary>Energy wanted at a price, in mWh: that of all purchases with this cap or a higher one.</summary>
    public long DemandAt(int priceMicrosPerKilowattHour) => Sum(Purchases.Where(purchase => purchase.PriceMicrosPerKilowattHour >= priceMicrosPerKilowattHour));

    private static PricedEnergy[] Steps(IEnumerable<PricedEnergy> descending)
    {
        List<PricedEnergy> steps = descending
            .GroupBy(step => step.PriceMicrosPerKilowattHour, (cap, group) => new PricedEnergy(Sum(group), cap))
            .ToList();
        if (steps.Count > MostPurchases)
        {
            PricedEnergy last = new(Sum(steps.Skip(MostPurchases - 1)), steps[^1].PriceMicrosPerKilowattHour);
            steps.RemoveRange(MostPurchases - 1, steps.Count - MostPurchases + 1);
            steps.Add(last);
        }

        return steps.ToArray();
    }

    private static long Sum(IEnumerable<PricedEnergy> energies) => energies.Sum(energy => energy.EnergyMilliwattHours);
}
