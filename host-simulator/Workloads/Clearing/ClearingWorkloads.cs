// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Workloads.Clearing;

/// <summary>The clearings whose speed is promised.</summary>
public static class ClearingWorkloads
{
    /// <summary>Bids of a slot.</summary>
    public static IReadOnlyList<int> Bids { get; } = [1_000, 10_000, 100_000];

    /// <summary>Names of the auction rules.</summary>
    public static IReadOnlyList<string> Rules { get; } = ["pay-as-ask", "k-double-auction-500"];

    /// <summary>Every rule with every number of bids.</summary>
    public static IEnumerable<IWorkload> All() => Rules.SelectMany(_ => Bids, (rule, bids) => Of(rule, bids));

    /// <summary>The same slots up to what each meter holds.</summary>
    public static IEnumerable<IWorkload> Slots() => Rules.SelectMany(_ => Bids, (rule, bids) => SlotOf(rule, bids));

    /// <summary>A slot of a number of bids by a rule of <see cref="Rules"/>, up to what each meter holds.</summary>
    public static SlotClearingWorkload SlotOf(string rule, int bids) => new(ClearingRules.Find(rule)!, bids);

    /// <summary>The clearing of a number of bids by a rule of <see cref="Rules"/>.</summary>
    public static ClearingWorkload Of(string rule, int bids) => new(ClearingRules.Find(rule)!, bids);
}
