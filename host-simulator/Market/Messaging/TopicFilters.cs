// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>MQTT topic filters over the topic tree of docs/PROTOCOL.md, P-3.</summary>
public static class TopicFilters
{
    /// <summary>The filter for one type from all meters of a cluster.</summary>
    public static string ForAllMeters(string cluster, MessageType type) => $"{Topics.Root}{cluster}/+/{Topics.VerbOf(type)}";
}
