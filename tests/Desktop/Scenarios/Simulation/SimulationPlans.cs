// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Simulator.Scenarios.ScenarioFiles;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Tests.Scenarios.Simulation;

/// <summary>Plans for tests.</summary>
internal static class SimulationPlans
{
    private const string Homes = """
            homes:
              - { name: terrace, count: 4, pv-kw: [2.5, 4], storage-kwh: [4, 7], storage-kw: 2.5, charge-percent: [30, 60], level-percent: [20, 80] }
              - { name: cottage, count: 2, pv-kw: [3, 6], storage-kwh: [7, 13], storage-kw: 3.5, strategy: predatory }
              - { name: farm, pv-kw: 8, storage-kwh: 15, storage-kw: 5, strategy: withholding, level-percent: 0, sell-above-percent: 60 }
              - { name: loft, storage-kwh: 5, charge-percent: 30, buy-below-percent: 40 }
              - { name: bungalow, pv-kw: 3 }
              - { name: flat }
        """;

    /// <summary>Ten homes of one cluster for a day.</summary>
    public static SimulationPlan OneCluster() => Of($"clusters:\n  - name: street\n{Homes}");

    /// <summary>Three clusters of ten homes.</summary>
    public static SimulationPlan ThreeClusters(int days = 1, int seed = 1, string scenario = "") =>
        Of($"{scenario}\nseed: {seed}\ndays: {days}\nclusters:\n  - name: street\n    copies: 3\n{Homes}");

    /// <summary>A cluster with sun and one without, which trade with one another.</summary>
    public static SimulationPlan UnlikeClusters() => Of("""
        upper-level: true
        tax-percent: 3
        clusters:
          - name: sunny
            homes: [ { name: villa, count: 10, pv-kw: 6, storage-kwh: [8, 12], charge-percent: 90, strategy: predatory } ]
          - name: shady
            homes: [ { name: flat, count: 12 } ]
        """);

    /// <summary>The plan of a text that is good.</summary>
    public static SimulationPlan Of(string text) =>
        ScenarioFile.TryRead("test.yaml", text, new ScenarioOverrides(), out SimulationPlan? plan, out IReadOnlyList<string> errors)
            ? plan
            : throw new ArgumentException(string.Join('\n', errors));
}
