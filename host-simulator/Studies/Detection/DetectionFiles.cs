// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Prosumeter.Simulator.Studies.Reports;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>The study's results as files beside the report, and its table.</summary>
public static class DetectionFiles
{
    /// <summary>Heads of <see cref="TableRow"/>.</summary>
    public static IReadOnlyList<string> TableColumns { get; } =
        ["case", "baseline", "meter AUC", "meter TPR@1%", "slot AUC", "± 95%", "slot TPR@1%", "window AUC", "false alerts", "slots found"];

    /// <summary>One case in the study's table.</summary>
    public static string[] TableRow(DetectionResult r) =>
    [
        r.Case.Manipulation, r.Case.BaselineText, Three(r.SingleMeters.Area.Mean), Three(r.SingleMeters.TrueRateAtOnePercent.Mean), Three(r.Slots.Area.Mean),
        r.Slots.Area.Count < 2 ? string.Empty : Three(r.Slots.Area.HalfWidth), Three(r.Slots.TrueRateAtOnePercent.Mean),
        r.SlotsInWindows == null ? string.Empty : Three(r.SlotsInWindows.Area.Mean), Percent(r.FalseAlarms), Percent(r.Found),
    ];

    /// <summary>Writes report.html, study.json, cases.csv and roc.csv.</summary>
    public static void Write(DetectionStudy study, string readingName, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "report.html"), DetectionReport.Write(study, readingName));
        File.WriteAllText(Path.Combine(folder, "study.json"), Json(study, readingName));
        string[] columns =
        [
            "interval_minutes", "is_pulse", "extra_demand", "colluders", "contamination", "campaigns", "baseline", "seeds", "auc_meter", "tpr1_meter",
            "auc_slot", "auc_slot_sd", "tpr1_slot", "auc_windows", "alerts_friendly", "alerts_synchronizing",
        ];
        CsvFile.Write(Path.Combine(folder, "cases.csv"), columns, study.Results.Select(r => Figures(r, study.Experiment.Prosumers)));
        CsvFile.Write(
            Path.Combine(folder, "roc.csv"),
            ["case", "false_rate", "true_rate_slot", "true_rate_meter"],
            study.Results.SelectMany((r, k) => RocSummary.FalseRates.Select((rate, i) =>
                new[] { k + 1, rate, r.Slots.TrueRates[i], r.SingleMeters.TrueRates[i] }.Select(Numbers.Full))));
    }

    /// <summary>The figures for other programs.</summary>
    public static string Json(DetectionStudy study, string readingName) => JsonText.Of(
        new
        {
            reading = readingName,
            study.Experiment.Prosumers,
            study.Experiment.Consumers,
            study.Experiment.TrainingDays,
            study.TestDays,
            study.Seeds,
            cases = study.Results.Select(r => new
            {
                name = r.Case.ToString(),
                r.Case.IntervalMinutes,
                r.Case.IsPulse,
                r.Case.ExtraDemand,
                colluders = System.Math.Min(r.Case.Colluders, study.Experiment.Prosumers),
                r.Case.Contamination,
                r.Case.Campaigns,
                baseline = r.Case.Baseline.ToString(),
                seeds = r.Slots.Area.Count,
                slotArea = Figure(r.Slots.Area),
                slotTrueRateAtOnePercent = Figure(r.Slots.TrueRateAtOnePercent),
                windowArea = r.SlotsInWindows == null ? null : Figure(r.SlotsInWindows.Area),
                meterArea = Figure(r.SingleMeters.Area),
                meterTrueRateAtOnePercent = Figure(r.SingleMeters.TrueRateAtOnePercent),
                alertsFriendly = Figure(r.FalseAlarms),
                alertsSynchronizing = Figure(r.Found),
            }),
        }) + "\n";

    private static object Figure(Estimate e) => new { e.Mean, e.Sd };

    private static IEnumerable<string> Figures(DetectionResult r, int prosumers)
    {
        DetectionCase c = r.Case;
        double[] how = [c.IntervalMinutes, c.IsPulse ? 1 : 0, c.ExtraDemand, System.Math.Min(c.Colluders, prosumers), c.Contamination, c.Campaigns];
        double[] what =
        [
            r.Slots.Area.Count, r.SingleMeters.Area.Mean, r.SingleMeters.TrueRateAtOnePercent.Mean, r.Slots.Area.Mean, r.Slots.Area.Sd,
            r.Slots.TrueRateAtOnePercent.Mean, r.SlotsInWindows?.Area.Mean ?? double.NaN, r.FalseAlarms.Mean, r.Found.Mean,
        ];
        return [.. how.Select(Numbers.Full), c.Baseline.ToString(), .. what.Select(Numbers.Full)];
    }

    private static string Three(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Percent(Estimate rate) => (100 * rate.Mean).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
