// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Prosumeter.Policy;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Reports;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>The study's results as files beside the report.</summary>
public static class SynchronizationFiles
{
    /// <summary>Writes report.html, study.json, seeds.csv, profile.csv, deviations.csv, test-days.csv and the learned tables of seed 1.</summary>
    public static void Write(SynchronizationStudy study, string readingName, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "report.html"), SynchronizationReport.Write(study, readingName));
        File.WriteAllText(Path.Combine(folder, "study.json"), Json(study, readingName));
        WriteSeeds(study, Path.Combine(folder, "seeds.csv"));
        WriteProfile(study, Path.Combine(folder, "profile.csv"));
        WriteDeviations(study, Path.Combine(folder, "deviations.csv"));
        using (StreamWriter writer = new(Path.Combine(folder, "test-days.csv")) { NewLine = "\n" })
        {
            study.Illustration.Trace.Write(writer);
        }

        WriteTables(study, Path.Combine(folder, "tables"));
    }

    private static string Json(SynchronizationStudy study, string readingName) => JsonText.Of(
        new
        {
            reading = readingName,
            options = Readings.Options.ToDictionary(o => o.Name, o => o.ValueIn(study.Settings.Experiment.Reading)),
            study.Settings.Experiment.Prosumers,
            study.Settings.Experiment.Consumers,
            study.Settings.Experiment.TrainingDays,
            study.Settings.Experiment.EvaluationDays,
            study.Settings.Seeds,
            judged = Claims.CanJudge(study.Settings),
            claims = Claims.Of(study).Select(c => new
            {
                c.Id,
                c.Figure,
                c.Unit,
                c.Value.Mean,
                c.Value.Sd,
                seeds = c.Value.Count,
                low95 = double.IsFinite(c.Value.Low) ? c.Value.Low : (double?)null,
                high95 = double.IsFinite(c.Value.High) ? c.Value.High : (double?)null,
                c.Least,
                c.Most,
                c.Holds,
            }),
        }) + "\n";

    private static void WriteSeeds(SynchronizationStudy study, string path)
    {
        string[] columns =
        [
            "seed", "mean_price_uplift_percent", "peak_price_uplift_percent", "consumer_cost_uplift_percent", "sales_uplift_percent", "profit_friendly",
            "profit_learned", "avoided_cost", .. PartsOfDay.All.Select(p => "share_" + p.Name), "policy_slots_other_in_float",
        ];
        CsvFile.Write(path, columns, study.Learned.Seeds.Select((s, i) => new[]
        {
            s.Seed, s.MeanPriceUplift, s.PeakPriceUplift, s.ConsumerCostUplift, s.SalesUplift, s.Friendly.Profit, s.Learned.Profit, s.Learned.AvoidedCost,
        }.Concat(PartsOfDay.All.Select(p => p.MeanOf(s.Share))).Append(study.Arithmetic[i].DifferentSlots).Select(Numbers.Full)));
    }

    private static void WriteProfile(SynchronizationStudy study, string path)
    {
        List<(string Name, double[] Values)> columns =
        [
            ("share", study.Learned.Profile(s => s.Share)),
            ("share_clear", study.Learned.Profile(s => s.ClearShare)),
            .. study.Ablations.Select(a => ("share_" + a.Name.Replace(' ', '_'), a.Result.Profile(s => s.Share))),
            ("price_learned", study.Learned.Profile(s => [.. Enumerable.Range(0, s.Policy.Slots).Select(s.Learned.PriceAt)])),
            ("price_friendly", study.Learned.Profile(s => [.. Enumerable.Range(0, s.Policy.Slots).Select(s.Friendly.PriceAt)])),
        ];
        int slots = columns[0].Values.Length;
        CsvFile.Write(
            path,
            ["slot", "hour", .. columns.Select(c => c.Name)],
            Enumerable.Range(0, slots).Select(k => new[] { k, k * 24.0 / slots }.Concat(columns.Select(c => c.Values[k])).Select(Numbers.Full)));
    }

    private static void WriteDeviations(SynchronizationStudy study, string path)
    {
        IEnumerable<IEnumerable<string>> Rows(string profile, IReadOnlyList<NashResult> results) =>
            from seed in Enumerable.Range(0, results.Count)
            from prosumer in Enumerable.Range(0, results[seed].Deviations.Count)
            let d = results[seed].Deviations[prosumer]
            select new[] { profile }.Concat(new[] { seed + 1, prosumer, d.BestResponse, d.Friendly, d.Synchronizing, 100 * d.PayingFlips }.Select(Numbers.Full));
        CsvFile.Write(
            path,
            ["profile", "seed", "prosumer", "best_response_percent", "always_friendly_percent", "always_sync_percent", "paying_flips_percent"],
            Rows("learned", study.FromLearned).Concat(Rows("friendly", study.FromFriendly)));
    }

    private static void WriteTables(SynchronizationStudy study, string folder)
    {
        if (study.Settings.Experiment.Reading.SlotsPerDay != QTable.Slots)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        for (int prosumer = 0; prosumer < Math.Min(Illustration.MostProsumers, study.Settings.Experiment.Prosumers); prosumer++)
        {
            byte[] bytes = MeterTable.Export(MeterTable.Of(study.Illustration.Values, prosumer));
            File.WriteAllBytes(Path.Combine(folder, $"prosumer-{prosumer + 1}.qtable"), bytes);
        }
    }
}
