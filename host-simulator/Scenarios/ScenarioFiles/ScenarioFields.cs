// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Market.Clusters;
using Prosumeter.Trading;

namespace Prosumeter.Simulator.Scenarios.ScenarioFiles;

/// <summary>A scenario as its file describes it.</summary>
internal sealed record ScenarioFields
{
    private const int MostDays = 3660;
    private static readonly DateOnly s_firstStart = new(2025, 1, 1);
    private static readonly DateOnly s_lastStart = new(2036, 12, 31);

    public required string Name { get; init; }

    public required string Description { get; init; }

    public required int Seed { get; init; }

    public required DateOnly? Start { get; init; }

    public required int Days { get; init; }

    public required int SlotSeconds { get; init; }

    public required int GateSeconds { get; init; }

    public required string Rule { get; init; }

    public required int TaxPermille { get; init; }

    public required int RealTimePermille { get; init; }

    public required int ReserveDivisor { get; init; }

    public required bool HasUpperLevel { get; init; }

    public required ITariff? Tariff { get; init; }

    public required IReadOnlyList<string> Data { get; init; }

    public required IReadOnlyList<ClusterFields> Clusters { get; init; }

    /// <summary>Reads a scenario.</summary>
    public static ScenarioFields Read(FieldReader fields)
    {
        int slotSeconds = ReadSlot(fields);
        ScenarioFields scenario = new()
        {
            Name = fields.Text("name", "scenario", text => text.Length is >= 1 and <= 60, "1 to 60 characters"),
            Description = fields.Text("description", string.Empty, text => text.Length <= 1000, "at most 1000 characters"),
            Seed = ClusterFields.ReadSeed(fields) ?? 1,
            Start = ReadStart(fields),
            Days = fields.Whole("days", 1, MostDays, 1),
            SlotSeconds = slotSeconds,
            GateSeconds = fields.Whole("gate-seconds", 0, slotSeconds - 1, Math.Min(AggregatorSettings.DefaultGateSeconds, slotSeconds / 3)),
            Rule = ClusterFields.ReadRule(fields) ?? "pay-as-ask",
            TaxPermille = ClusterFields.ReadTax(fields) ?? 0,
            RealTimePermille = (int)Math.Round(fields.Number("real-time-percent", 0, 1000, 100) * 10),
            ReserveDivisor = fields.Whole("reserve-divisor", 1, 1000, Reserve.UsualDivisor),
            HasUpperLevel = fields.Flag("upper-level"),
            Tariff = TariffReader.Read(fields.Section("tariff")),
            Data = fields.Texts("data", "a path, or a list of paths, of CSV files or folders of them"),
            Clusters = fields.Sections("clusters").Select(ClusterFields.Read).ToList(),
        };
        Validate(fields, scenario);
        fields.Finish();
        return scenario;
    }

    private static void Validate(FieldReader fields, ScenarioFields scenario)
    {
        string? repeated = scenario.Clusters
            .SelectMany(cluster => Enumerable.Range(0, cluster.Copies).Select(cluster.NameOf))
            .GroupBy(name => name)
            .FirstOrDefault(group => group.Count() > 1)?.Key;
        if (repeated is not null)
        {
            fields.Refuse("clusters", repeated, "clusters with different names");
        }

        if (scenario.HasUpperLevel && scenario.Clusters.Any(cluster => cluster.Tariff is not null))
        {
            fields.Refuse("upper-level", "true", "false, or clusters that all have the tariff of the scenario");
        }
    }

    private static int ReadSlot(FieldReader fields)
    {
        int[] allowed = Enumerable.Range(1, 60).Where(minutes => MarketSlot.IsLength(minutes * 60)).ToArray();
        Dictionary<string, int> choices = allowed.ToDictionary(minutes => minutes.ToString(CultureInfo.InvariantCulture), minutes => minutes * 60);
        return fields.Choice("slot-minutes", choices, MarketSlot.DefaultSeconds);
    }

    private static DateOnly? ReadStart(FieldReader fields)
    {
        DateOnly? date = null;
        fields.Text(
            "start",
            string.Empty,
            text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly start)
                && start >= s_firstStart && start <= s_lastStart && (date = start) is not null,
            "a date from 2025-01-01 to 2036-12-31");
        return date;
    }
}
