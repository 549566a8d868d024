// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Market.UpperLevel;
using Prosumeter.Trading;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>What a cluster's market is run by.</summary>
/// <param name="Cluster">Name of the cluster, 1 to 24 characters a-z, 0-9, '-'.</param>
/// <param name="Tariff">The operator's prices.</param>
/// <param name="Rule">The auction rule.</param>
public sealed record AggregatorSettings(string Cluster, ITariff Tariff, IClearingRule Rule)
{
    /// <summary>How long before a slot its bids close unless set otherwise, in s.</summary>
    public const int DefaultGateSeconds = 60;

    private const int MostSessions = 64;

    /// <summary>Length of a slot in s: a divisor of an hour, 60 or more.</summary>
    public int SlotSeconds { get; init; } = MarketSlot.DefaultSeconds;

    /// <summary>Bids for a slot close this many seconds before it starts.</summary>
    public int GateSeconds { get; init; } = DefaultGateSeconds;

    /// <summary>Tax tau on sellers in per mille, 0 to 1000.</summary>
    public int TaxPermille { get; init; }

    /// <summary>Who may bid, and what for.</summary>
    public BidRules Rules { get; init; } = new();

    /// <summary>How many sessions bids and reports are spread over, 1 to 64. More than 1 needs a broker with shared subscriptions, such as Mosquitto from 1.6 on.</summary>
    public int Sessions { get; init; } = 1;

    /// <summary>Whether it trades with other clusters on the same broker what its own auction leaves over; the gate must then be 4 s or more.</summary>
    public bool JoinsUpperLevel { get; init; }

    /// <summary>Checks every setting.</summary>
    /// <exception cref="ArgumentException">One is out of range; the message names it and what is allowed.</exception>
    public void Validate()
    {
        SettingCheck.Require(Topics.IsCluster(Cluster), nameof(Cluster), Cluster, "1 to 24 characters a-z, 0-9, '-'");
        SettingCheck.Require(MarketSlot.IsLength(SlotSeconds), nameof(SlotSeconds), SlotSeconds, "a divisor of 3600 from 60");
        SettingCheck.Require(GateSeconds >= 0 && GateSeconds < SlotSeconds, nameof(GateSeconds), GateSeconds, "0 to less than a slot");
        SettingCheck.Require(TaxPermille is >= 0 and <= 1000, nameof(TaxPermille), TaxPermille, "0 to 1000");
        SettingCheck.Require(!JoinsUpperLevel || GateSeconds >= UpperLevelClock.ShortestGateSeconds, nameof(GateSeconds), GateSeconds, $"{UpperLevelClock.ShortestGateSeconds} or more to trade with other clusters");
        SettingCheck.Require(Sessions is >= 1 and <= MostSessions, nameof(Sessions), Sessions, $"1 to {MostSessions}");
    }
}
