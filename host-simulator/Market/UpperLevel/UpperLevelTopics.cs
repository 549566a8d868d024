// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>The market-wide topics on which aggregators speak to each other: prosumeter/v1/CLUSTER/market/VERB, with the cluster that speaks.</summary>
internal static class UpperLevelTopics
{
    public const string Offer = "upper-offer";
    public const string Sale = "upper-sale";
    public const string Purchase = "upper-purchase";
    public const string Receipt = "upper-receipt";
    private const string AnyCluster = "+";
    private static readonly string[] s_verbs = [Offer, Sale, Purchase, Receipt];

    /// <summary>The filters that hear all clusters.</summary>
    public static string[] Filters { get; } = s_verbs.Select(verb => Join(AnyCluster, verb)).ToArray();

    /// <summary>The topic on which a cluster says something.</summary>
    public static string Of(string cluster, string verb) => Join(cluster, verb);

    /// <summary>Takes a topic apart.</summary>
    /// <returns>False when it is none of these topics.</returns>
    public static bool TryParse(string topic, [NotNullWhen(true)] out string? cluster, [NotNullWhen(true)] out string? verb)
    {
        string[] levels = topic.Split('/');
        (cluster, verb) = levels.Length == 5 ? (levels[2], levels[4]) : (string.Empty, string.Empty);
        return Topics.IsCluster(cluster) && s_verbs.Contains(verb) && topic == Join(cluster, verb);
    }

    private static string Join(string cluster, string verb) => $"{Topics.Root}{cluster}/{Topics.MarketName}/{verb}";
}
