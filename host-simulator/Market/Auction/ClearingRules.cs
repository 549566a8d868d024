// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;

namespace Prosumeter.Simulator.Market;

/// <summary>All auction rules by name.</summary>
public static class ClearingRules
{
    private static readonly Func<IClearingRule>[] s_makers =
    [
        () => new PayAsAskRule(),
        () => new PairwiseMidpointRule(),
        () => new KDoubleAuctionRule(0),
        () => new KDoubleAuctionRule(500),
        () => new KDoubleAuctionRule(1000),
        () => new VickreyClarkeGrovesRule(),
        () => new TradeReductionRule(),
        () => new McAfeeRule(),
        () => new StackelbergRule(),
    ];

    /// <summary>One new instance of each rule.</summary>
    public static IReadOnlyList<IClearingRule> All => s_makers.Select(make => make()).ToArray();

    /// <summary>A new instance of a rule.</summary>
    /// <returns>The rule, or null when there is none of this name.</returns>
    public static IClearingRule? Find(string name) => All.FirstOrDefault(rule => rule.Name == name);
}
