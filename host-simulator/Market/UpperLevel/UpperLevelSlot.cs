// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>What one cluster knows of the upper level of one slot.</summary>
internal sealed class UpperLevelSlot
{
    private readonly string _cluster;
    private readonly Dictionary<string, ClusterOffer> _offers = [];
    private readonly Dictionary<string, ClusterTrade> _proposals = [];
    private readonly Dictionary<string, ClusterTrade> _sales = [];
    private readonly List<ClusterTrade> _trades = [];

    public UpperLevelSlot(string cluster) => _cluster = cluster;

    /// <summary>How far the slot has come.</summary>
    public UpperLevelPhase Phase { get; set; }

    /// <summary>Whether this cluster has offered and waits for the end.</summary>
    public bool IsAwaited { get; set; }

    /// <summary>Purchases that the seller has not answered with a receipt, by seller.</summary>
    public Dictionary<string, ClusterTrade> Unanswered { get; } = [];

    /// <summary>When the unanswered purchases are said again, in ms since 1970.</summary>
    public long RepeatMilliseconds { get; set; }

    /// <summary>The binding trades of this cluster, in the order in which they were heard.</summary>
    public IReadOnlyList<ClusterTrade> Trades => _trades;

    /// <summary>What this cluster offers; null when it has not offered.</summary>
    public ClusterOffer? Own => _offers.GetValueOrDefault(_cluster);

    /// <summary>Takes the offer of a cluster, its first only.</summary>
    public RefusalReason Take(ClusterOffer offer) =>
        Phase != UpperLevelPhase.Offering ? RefusalReason.GateClosed
        : _offers.TryAdd(offer.Cluster, offer) ? RefusalReason.Taken
        : RefusalReason.Repeated;

    /// <summary>Takes a sale that is proposed to this cluster, the first of each seller.</summary>
    public RefusalReason TakeSale(ClusterTrade sale) =>
        Phase > UpperLevelPhase.Selling ? RefusalReason.GateClosed
        : _sales.TryAdd(sale.Seller, sale) ? RefusalReason.Taken
        : RefusalReason.Repeated;

    /// <summary>Takes a binding trade of this cluster.</summary>
    /// <param name="trade">The trade.</param>
    /// <param name="isTrusted">Whether this cluster may have agreed to it and forgotten: it was restarted since.</param>
    public RefusalReason TakeTrade(ClusterTrade trade, bool isTrusted)
    {
        if (BookedWith(trade) is not null)
        {
            return RefusalReason.Repeated;
        }

        if (!isTrusted && !IsAgreed(trade))
        {
            return RefusalReason.NoBid;
        }

        _trades.Add(trade);
        return RefusalReason.Taken;
    }

    /// <summary>The binding trade of the same two clusters; null when there is none.</summary>
    public ClusterTrade? BookedWith(ClusterTrade trade) =>
        _trades.Where(known => known.Seller == trade.Seller && known.Buyer == trade.Buyer).Select(known => (ClusterTrade?)known).FirstOrDefault();

    /// <summary>The sales of this cluster by the auction of all offers that it heard.</summary>
    public IEnumerable<ClusterTrade> Propose()
    {
        foreach (ClusterTrade trade in UpperLevelAuction.Clear(_offers.Values).Where(trade => trade.Seller == _cluster))
        {
            _proposals.Add(trade.Buyer, trade);
        }

        return _proposals.Values;
    }

    /// <summary>Buys of the sales proposed to this cluster: the cheapest first, never above its caps and never more than it wants.</summary>
    public void Choose()
    {
        long bought = 0;
        foreach (ClusterTrade sale in _sales.Values.OrderBy(sale => sale.PriceMicrosPerKilowattHour).ThenBy(sale => sale.Seller, StringComparer.Ordinal))
        {
            long energy = Math.Min(sale.EnergyMilliwattHours, Own!.DemandAt(sale.PriceMicrosPerKilowattHour) - bought);
            if (energy > 0)
            {
                bought += energy;
                Unanswered.Add(sale.Seller, sale with { EnergyMilliwattHours = energy });
            }
        }
    }

    private bool IsAgreed(ClusterTrade trade) =>
        trade.Buyer == _cluster
            ? Unanswered.TryGetValue(trade.Seller, out ClusterTrade purchase) && trade == purchase
            : _proposals.TryGetValue(trade.Buyer, out ClusterTrade proposal)
                && trade.EnergyMilliwattHours <= proposal.EnergyMilliwattHours
                && trade.PriceMicrosPerKilowattHour == proposal.PriceMicrosPerKilowattHour;
}
