// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Simulation;
using Prosumeter.Wire;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>A cluster, or several alike, as a scenario file describes it.</summary>
internal sealed record ClusterFields
{
    /// <summary>The rule of a cluster without a market.</summary>
    public const string NoRule = "none";

    private const int MostCopies = 10_000;

    public required string Name { get; init; }

    public required int Copies { get; init; }

    public required int? Seed { get; init; }

    public required string? Rule { get; init; }

    public required int? TaxPermille { get; init; }

    public required ElecbayPlan? Elecbay { get; init; }

    public required bool IsIslanded { get; init; }

    public required ITariff? Tariff { get; init; }

    public required IReadOnlyList<HomeFields> Homes { get; init; }

    /// <summary>Reads a cluster.</summary>
    public static ClusterFields Read(FieldReader fields)
    {
        ClusterFields cluster = new()
        {
            Name = fields.Text("name", "cluster", Topics.IsCluster, "1 to 24 characters a-z, 0-9, '-'"),
            Copies = fields.Whole("copies", 1, MostCopies, 1),
            Seed = ReadSeed(fields),
            Rule = ReadRule(fields),
            TaxPermille = ReadTax(fields),
            Elecbay = ElecbayReader.Read(fields.Section("elecbay")),
            IsIslanded = fields.Flag("islanded"),
            Tariff = TariffReader.Read(fields.Section("tariff")),
            Homes = fields.Sections("homes").Select(home => HomeFields.Read(home, usualCount: 1)).ToList(),
        };
        if (cluster.Elecbay is not null && cluster.Rule is not null and not NoRule)
        {
            fields.Refuse("rule", cluster.Rule, $"{NoRule}, or nothing, with elecbay");
        }

        fields.Finish();
        return cluster;
    }

    /// <summary>Seed of the homes; null when left out.</summary>
    public static int? ReadSeed(FieldReader fields) => fields.Whole("seed", 0, int.MaxValue, -1) is var seed && seed >= 0 ? seed : null;

    /// <summary>Name of the auction rule; null when left out.</summary>
    public static string? ReadRule(FieldReader fields)
    {
        string[] names = [.. ClearingRules.All.Select(rule => rule.Name), NoRule];
        return fields.Text("rule", string.Empty, names.Contains, string.Join(", ", names)) is { Length: > 0 } rule ? rule : null;
    }

    /// <summary>Tax on sellers in per mille; null when left out.</summary>
    public static int? ReadTax(FieldReader fields) => fields.Number("tax-percent", 0, 100, -1) is var tax && tax >= 0 ? (int)Math.Round(tax * 10) : null;

    /// <summary>Name of the n-th copy.</summary>
    public string NameOf(int copy) => Copies == 1 ? Name : $"{Name}-{copy + 1}";
}
