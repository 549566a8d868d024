// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>
/// The auction among aggregators (Sabounchi and Wei, section II): the buyer with the highest cap first, from the cheapest seller first, never from itself, at the
/// seller's price and never above the buyer's cap. Equal prices go by the cluster's name, so all who know the same offers find the same trades.
/// </summary>
public static class UpperLevelAuction
{
    /// <summary>Finds the trades of a slot.</summary>
    /// <param name="offers">One offer a cluster at most.</param>
    /// <returns>One trade for each pair of clusters at most, in the order in which the pairs met.</returns>
    public static IReadOnlyList<ClusterTrade> Clear(IReadOnlyCollection<ClusterOffer> offers)
    {
        ArgumentNullException.ThrowIfNull(offers);
        Seller[] sellers = offers
            .Where(offer => offer.Sale.EnergyMilliwattHours > 0)
            .OrderBy(offer => offer.Sale.PriceMicrosPerKilowattHour)
            .ThenBy(offer => offer.Cluster, StringComparer.Ordinal)
            .Select(offer => new Seller(offer))
            .ToArray();
        IEnumerable<(string Cluster, PricedEnergy Purchase)> buyers = offers
            .SelectMany(offer => offer.Purchases, (offer, purchase) => (offer.Cluster, Purchase: purchase))
            .OrderByDescending(buyer => buyer.Purchase.PriceMicrosPerKilowattHour)
            .ThenBy(buyer => buyer.Cluster, StringComparer.Ordinal);
        return buyers
            .SelectMany(buyer => Serve(buyer.Cluster, buyer.Purchase, sellers))
            .GroupBy(trade => (trade.Seller, trade.Buyer), (_, same) => Joined(same))
            .ToArray();
    }

    private static IEnumerable<ClusterTrade> Serve(string buyer, PricedEnergy purchase, Seller[] sellers)
    {
        long wanted = purchase.EnergyMilliwattHours;
        foreach (Seller seller in sellers.Where(seller => seller.LeftMilliwattHours > 0 && seller.Cluster != buyer))
        {
            if (wanted == 0 || seller.PriceMicrosPerKilowattHour > purchase.PriceMicrosPerKilowattHour)
            {
                yield break;
            }

            long energy = Math.Min(wanted, seller.LeftMilliwattHours);
            wanted -= energy;
            seller.LeftMilliwattHours -= energy;
            yield return new ClusterTrade(seller.Cluster, buyer, energy, seller.PriceMicrosPerKilowattHour);
        }
    }

    // Several purchases of one buyer meet a seller at the one price it has.
    private static ClusterTrade Joined(IEnumerable<ClusterTrade> trades) =>
        trades.Aggregate((one, other) => one with { EnergyMilliwattHours = one.EnergyMilliwattHours + other.EnergyMilliwattHours });

    private sealed class Seller(ClusterOffer offer)
    {
        public string Cluster { get; } = offer.Cluster;

        public int PriceMicrosPerKilowattHour { get; } = offer.Sale.PriceMicrosPerKilowattHour;

        public long LeftMilliwattHours { get; set; } = offer.Sale.EnergyMilliwattHours;
    }
}
