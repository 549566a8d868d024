// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using System.Text.Json.Serialization;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>What a cluster offers the others for a slot: docs/PROTOCOL.md, upper-offer.</summary>
/// <param name="Version">Version of the message.</param>
/// <param name="Slot">The slot.</param>
/// <param name="SlotSeconds">Length of the cluster's slots in s.</param>
/// <param name="GateSeconds">Its bids close this many seconds before a slot.</param>
/// <param name="Cluster">The cluster.</param>
/// <param name="Sale">What it sells; no energy for nothing.</param>
/// <param name="Purchases">What it buys, the highest cap first.</param>
internal sealed record OfferMessage(int Version, int Slot, int SlotSeconds, int GateSeconds, string Cluster, PricedEnergy Sale, PricedEnergy[] Purchases)
    : IUpperLevelMessage
{
    /// <inheritdoc/>
    [JsonIgnore]
    public string Verb => UpperLevelTopics.Offer;

    /// <inheritdoc/>
    [JsonIgnore]
    public string Speaker => Cluster;

    /// <inheritdoc/>
    public RefusalReason Check()
    {
        bool isSale = Sale == default || UpperLevelRange.Holds(Sale);
        bool isOrdered = Purchases.Zip(Purchases.Skip(1)).All(pair => pair.First.PriceMicrosPerKilowattHour > pair.Second.PriceMicrosPerKilowattHour);
        bool holds = isSale && isOrdered && Purchases.Length <= ClusterOffer.MostPurchases && Array.TrueForAll(Purchases, UpperLevelRange.Holds);
        return holds ? RefusalReason.Taken : RefusalReason.OutOfRange;
    }

    /// <summary>The offer itself.</summary>
    public ClusterOffer ToOffer() => new(Cluster, Sale, Purchases);
}
