// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;

namespace Prosumeter.Tests.Bus;

/// <summary>Topic filters against topic names: the examples of MQTT 3.1.1 sections 4.7.1 to 4.7.3 and their neighbours.</summary>
public static class TopicFilterCases
{
    /// <summary>Rows of filter, topic, whether it matches.</summary>
    public static IEnumerable<object[]> All { get; } =
    [
        ["sport/tennis/player1/#", "sport/tennis/player1", true],
        ["sport/tennis/player1/#", "sport/tennis/player1/ranking", true],
        ["sport/tennis/player1/#", "sport/tennis/player1/score/wimbledon", true],
        ["sport/tennis/player1/#", "sport/tennis/player2", false],
        ["sport/tennis/player1/#", "sport/tennis/player10", false],
        ["sport/#", "sport", true],
        ["sport/#", "sport/", true],
        ["sport/#", "sports", false],
        ["#", "sport", true],
        ["#", "/", true],
        ["#", "sport/tennis/player1", true],
        ["+", "sport", true],
        ["+", "sport/tennis", false],
        ["+", "/finance", false],
        ["+/+", "/finance", true],
        ["/+", "/finance", true],
        ["+/", "sport/", true],
        ["+/", "sport", false],
        ["sport/+", "sport", false],
        ["sport/+", "sport/", true],
        ["sport/+", "sport/tennis", true],
        ["sport/+", "sport/tennis/player1", false],
        ["sport/tennis/+", "sport/tennis/player1", true],
        ["sport/tennis/+", "sport/tennis/player1/ranking", false],
        ["sport/+/player1", "sport/tennis/player1", true],
        ["sport/+/player1", "sport//player1", true],
        ["sport/+/player1", "sport/tennis/player2", false],
        ["+/tennis/#", "sport/tennis", true],
        ["+/tennis/#", "sport/tennis/player1/ranking", true],
        ["+/tennis/#", "sport/golf", false],
        ["+/+/#", "sport", false],
        ["+/+/#", "sport/tennis", true],
        ["sport/tennis", "sport/tennis", true],
        ["sport/tennis", "sport/tennis/", false],
        ["sport/tennis", "/sport/tennis", false],
        ["sport/tennis", "Sport/tennis", false],
        ["a//b", "a//b", true],
        ["a//b", "a/b", false],
        ["a/+/b", "a//b", true],
        ["/", "/", true],
        ["$own/+/rate", "$own/meter/rate", true],
        ["$own/#", "$own/meter/rate", true],
        ["#", "$own/meter/rate", false],
        ["+/meter/rate", "$own/meter/rate", false],
        ["+/meter/#", "$own/meter/rate", false],
        ["ACCOUNT/#", "ACCOUNT/$own", true],
        ["ACCOUNT/+", "ACCOUNT/$own", true],
        ["Straße/№/#", "Straße/№/7", true],
        ["prosumeter/v1/+/+/bid", "prosumeter/v1/north/17/bid", true],
        ["prosumeter/v1/+/+/bid", "prosumeter/v1/north/17/bid/json", false],
        ["prosumeter/v1/north/17/award", "prosumeter/v1/north/17/award", true],
        ["prosumeter/v1/north/17/award", "prosumeter/v1/north/171/award", false],
    ];
}
