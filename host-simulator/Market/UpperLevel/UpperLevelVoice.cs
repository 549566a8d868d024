// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;

namespace Prosumeter.Simulator.Market.UpperLevel;

/// <summary>Says things to the other clusters in the name of one.</summary>
/// <param name="cluster">The cluster.</param>
/// <param name="publish">Sends a payload on a topic.</param>
internal sealed class UpperLevelVoice(string cluster, Action<string, byte[]> publish)
{
    /// <summary>Says a message.</summary>
    public void Say(IUpperLevelMessage message) => publish(UpperLevelTopics.Of(cluster, message.Verb), UpperLevelCodec.Encode(message));

    /// <summary>Says what there is to say about a trade.</summary>
    public void Say(int slot, string verb, ClusterTrade trade) => Say(
        new TradeMessage(UpperLevelCodec.Version, slot, trade.Seller, trade.Buyer, trade.EnergyMilliwattHours, trade.PriceMicrosPerKilowattHour) { Verb = verb });

    /// <summary>Says it about several trades.</summary>
    public void Say(int slot, string verb, IEnumerable<ClusterTrade> trades)
    {
        foreach (ClusterTrade trade in trades)
        {
            Say(slot, verb, trade);
        }
    }
}
