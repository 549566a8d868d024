// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Market;

/// <summary>What a topic of the tree of docs/PROTOCOL.md, P-3 and P-7, says; the object is reused.</summary>
public sealed class TopicParts
{
    private const int LongestMeter = 10;

    /// <summary>Name of the cluster.</summary>
    public string Cluster { get; private set; } = "";

    /// <summary>The meter, or 0 for a market-wide topic.</summary>
    public int Meter { get; private set; }

    /// <summary>The type its verb stands for.</summary>
    public MessageType Type { get; private set; }

    /// <summary>True for the mirror that carries JSON.</summary>
    public bool IsJson { get; private set; }

    /// <summary>Takes a topic apart.</summary>
    /// <returns>False, and nothing is changed, when it is not one of ours.</returns>
    public bool TryParse(string topic)
    {
        ArgumentNullException.ThrowIfNull(topic);
        string[] levels = topic.Split('/');
        bool isJson = levels.Length == 6 && "/" + levels[5] == Topics.JsonSuffix;
        if ((levels.Length != 5 && !isJson) || levels[0] + "/" + levels[1] + "/" != Topics.Root || !Topics.IsCluster(levels[2]))
        {
            return false;
        }

        int meter = MeterOf(levels[3]);
        MessageType type = Topics.TypeOf(levels[4]);
        if (meter < 0 || type == 0)
        {
            return false;
        }

        (Cluster, Meter, Type, IsJson) = (levels[2], meter, type, isJson);
        return true;
    }

    // 0 for the market, -1 when it is no meter. A leading zero would give one meter two topics.
    private static int MeterOf(string level)
    {
        if (level == Topics.MarketName)
        {
            return 0;
        }

        bool isNumber = level.Length is > 0 and <= LongestMeter && level[0] != '0' && Array.TrueForAll(level.ToCharArray(), char.IsAsciiDigit);
        return isNumber && int.TryParse(level, out int meter) ? meter : -1;
    }
}
