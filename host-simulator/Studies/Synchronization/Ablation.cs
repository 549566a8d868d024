// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>The same learning with one cause taken away: what is still learned did not come from that cause.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Meaning">What was taken away.</param>
/// <param name="Result">What was learned then.</param>
public sealed record Ablation(string Name, string Meaning, ReadingResult Result)
{
    /// <summary>The ablations of a reading: name, meaning, reading.</summary>
    public static IReadOnlyList<(string Name, string Meaning, Reading Reading)> Of(Reading reading) =>
    [
        ("constant price", "price exponent 0: nobody can move the price", reading with { PriceExponent = 0 }),
        ("no extra demand", "synchronizing adds no demand, so it cannot move the price", reading with { ExtraDemand = 0 }),
        ("sync pays", "a synchronizer pays for his own demand: nothing is avoided", reading with { SyncCharge = SyncCharge.OwnDemand }),
    ];
}
