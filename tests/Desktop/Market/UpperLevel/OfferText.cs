// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Market.UpperLevel;

namespace Prosumeter.Tests.Market.UpperLevel;

/// <summary>Offers and trades as a person would write them: energy in kWh at money per kWh.</summary>
internal static class OfferText
{
    private const decimal Millionths = 1_000_000m;

    /// <summary>Offers such as "A 3@0.18, B 2@0.16" and "C 4@0.2 1@0.1".</summary>
    public static ClusterOffer[] Offers(string sales, string purchases)
    {
        Dictionary<string, PricedEnergy[]> selling = Read(sales), buying = Read(purchases);
        return selling.Keys.Union(buying.Keys)
            .Select(cluster => new ClusterOffer(
                cluster, selling.GetValueOrDefault(cluster, [default])[0], buying.GetValueOrDefault(cluster, [])))
            .ToArray();
    }

    /// <summary>Trades such as "B>C 2@0.16, A>C 2@0.18".</summary>
    public static string Of(IEnumerable<ClusterTrade> trades) => string.Join(", ", trades.Select(trade =>
        $"{trade.Seller}>{trade.Buyer} {Plain(trade.EnergyMilliwattHours)}@{Plain(trade.PriceMicrosPerKilowattHour)}"));

    private static Dictionary<string, PricedEnergy[]> Read(string offers) => offers
        .Split(", ", StringSplitOptions.RemoveEmptyEntries)
        .Select(offer => offer.Split(' '))
        .ToDictionary(words => words[0], words => words.Skip(1).Select(Energy).ToArray());

    private static PricedEnergy Energy(string text)
    {
        decimal[] parts = text.Split('@').Select(part => decimal.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new PricedEnergy((long)(parts[0] * Millionths), (int)(parts[1] * Millionths));
    }

    private static string Plain(long millionths) => (millionths / Millionths).ToString("0.######", CultureInfo.InvariantCulture);
}
