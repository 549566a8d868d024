// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Market.Clusters;
using Prosumeter.Simulator.Market.UpperLevel;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>Counts what a cluster's clearing was for the results.</summary>
internal static class MarketFigures
{
    /// <summary>Counts a cleared slot.</summary>
    public static void Count(ClusterSlot cleared, IReadOnlyList<ClusterTrade> trades, SlotFigures figures)
    {
        CountLocal(cleared.Local, figures);
        CountUpper(cleared.Cluster, trades, figures);
        figures.TaxMicros = cleared.Metrics.TaxMicros;
        figures.CoinsMintedMilliwattHours = cleared.Coins.MintedMilliwattHours;
        figures.CoinsRedeemedMilliwattHours = cleared.Coins.RedeemedMilliwattHours;
        figures.CoinsReturnedMilliwattHours = cleared.Coins.ReturnedMilliwattHours;
        figures.ReserveMilliwattHours = cleared.Backstop.Sum(purchase => purchase.ReserveMilliwattHours);
        figures.IsDemandCut = cleared.IsDemandCut;
        figures.Metrics = cleared.Metrics;
    }

    /// <summary>Counts the offers to a marketplace.</summary>
    public static void Count(IReadOnlyCollection<Bid> offers, SlotFigures figures)
    {
        foreach (Bid offer in offers)
        {
            bool isAsk = offer.Side == TradeSide.Sell;
            figures.Asks += isAsk ? 1 : 0;
            figures.Bids += isAsk ? 0 : 1;
            figures.AskedMilliwattHours += isAsk ? offer.EnergyMilliwattHours : 0;
            figures.BidMilliwattHours += isAsk ? 0 : offer.EnergyMilliwattHours;
        }
    }

    private static void CountLocal(SlotClearing local, SlotFigures figures)
    {
        figures.Asks = local.Book.Asks.Count;
        figures.Bids = local.Book.Bids.Count;
        figures.AskedMilliwattHours = Sum(local.Book.Asks.EnergiesMilliwattHours);
        figures.BidMilliwattHours = Sum(local.Book.Bids.EnergiesMilliwattHours);
        figures.SoldMilliwattHours = local.Outcome.Asks.EnergyMilliwattHours;
        figures.BoughtMilliwattHours = local.Outcome.Bids.EnergyMilliwattHours;
        figures.PaidMicros = local.PaidMicros;
    }

    private static void CountUpper(string cluster, IReadOnlyList<ClusterTrade> trades, SlotFigures figures)
    {
        foreach (ClusterTrade trade in trades)
        {
            if (trade.Seller == cluster)
            {
                figures.UpperSoldMilliwattHours += trade.EnergyMilliwattHours;
                figures.UpperReceivedMicros += trade.AmountMicros;
            }
            else if (trade.Buyer == cluster)
            {
                figures.UpperBoughtMilliwattHours += trade.EnergyMilliwattHours;
                figures.UpperPaidMicros += trade.AmountMicros;
            }
        }
    }

    private static long Sum(ReadOnlySpan<long> energies)
    {
        long sum = 0;
        foreach (long energy in energies)
        {
            sum += energy;
        }

        return sum;
    }
}
