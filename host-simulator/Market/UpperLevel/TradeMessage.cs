// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Text.Json.Serialization;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>A sale that a seller proposes, the purchase that makes it binding, or the receipt of that: docs/PROTOCOL.md, "Between clusters".</summary>
/// <param name="Version">Version of the message.</param>
/// <param name="Slot">The slot.</param>
/// <param name="Seller">Selling cluster.</param>
/// <param name="Buyer">Buying cluster.</param>
/// <param name="EnergyMilliwattHours">Energy in mWh.</param>
/// <param name="PriceMicrosPerKilowattHour">The seller's price in micro-units per kWh.</param>
internal sealed record TradeMessage(int Version, int Slot, string Seller, string Buyer, long EnergyMilliwattHours, int PriceMicrosPerKilowattHour)
    : IUpperLevelMessage
{
    /// <summary>Which of the three it is; topics say it, not the text.</summary>
    [JsonIgnore]
    public string Verb { get; init; } = string.Empty;

    /// <inheritdoc/>
    [JsonIgnore]
    public string Speaker => Verb == UpperLevelTopics.Purchase ? Buyer : Seller;

    /// <inheritdoc/>
    public RefusalReason Check()
    {
        bool holds = Topics.IsCluster(Seller) && Topics.IsCluster(Buyer) && Seller != Buyer
            && UpperLevelRange.Holds(new PricedEnergy(EnergyMilliwattHours, PriceMicrosPerKilowattHour));
        return holds ? RefusalReason.Taken : RefusalReason.OutOfRange;
    }

    /// <summary>The trade itself.</summary>
    public ClusterTrade ToTrade() => new(Seller, Buyer, EnergyMilliwattHours, PriceMicrosPerKilowattHour);
}
