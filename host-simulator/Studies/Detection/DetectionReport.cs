// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Studies.Reports;
using Prosumeter.Simulator.Studies.Reports.Charts;

namespace Prosumeter.Simulator.Studies.Detection;

/// <summary>The study as one HTML page.</summary>
public static class DetectionReport
{
    // The right end of the charts that show where an operator would work.
    private const double FewFalse = 0.1;

    /// <summary>Writes the page.</summary>
    /// <param name="study">The results.</param>
    /// <param name="readingName">How the reading was asked for.</param>
    public static string Write(DetectionStudy study, string readingName)
    {
        HtmlReport report = new("Seeing synchronization in meter reports");
        report
            .Paragraph(
                "Prosumers who synchronize hide their generation and add demand, all in the same slots. Their meters show it: each is compared with its own past at the same time of day, "
                + "and the deviations of all meters in a slot are added up. The detector gets net import per interval and nothing else; what really happened is used for judging it only.")
            .Paragraph(string.Create(
                CultureInfo.InvariantCulture,
                $"Reading {readingName}, {study.Experiment.Prosumers} prosumers trained for {study.Experiment.TrainingDays} days who synchronize where it is clearly worth it; 28 days of baseline, {study.TestDays} days of test of which half are campaign days, {study.Seeds} seeds. A slot counts as synchronized with two or more synchronizers (one in the case of a single colluder), as friendly with none."))
            .Heading("All cases")
            .Table(DetectionFiles.TableColumns, study.Results.Select(DetectionFiles.TableRow))
            .Paragraph("Baseline: fixed to the first 28 days, or robust (always the latest days, campaigns told apart), and the part of the first 28 days that were campaign days already; always: the test days are all campaign days, too. AUC: chance that a synchronized slot scores above a friendly one. TPR@1%: part found when one of a hundred friendly slots may be reported. Window: against friendly slots at the same times of day only. False alerts and slots found: at the detector's own threshold, which is set for 1 % without knowing any of this.");
        Charts(report, study, "Reporting interval and pulses", c => c is { ExtraDemand: 0.5, Contamination: 0, Baseline: BaselineRule.Fixed, Colluders: int.MaxValue });
        Charts(report, study, "Small manipulation", c => c is { Contamination: 0, Baseline: BaselineRule.Fixed, Colluders: int.MaxValue, IntervalMinutes: 15, IsPulse: false });
        Charts(report, study, "Few colluders", c => c is { ExtraDemand: 0.5, Contamination: 0, Baseline: BaselineRule.Fixed, IntervalMinutes: 15, IsPulse: false });
        Charts(report, study, "Baselines that campaigns have spoiled", c => c is { ExtraDemand: 0.5, Colluders: int.MaxValue, Contamination: > 0 });
        return report.ToString();
    }

    private static void Charts(HtmlReport report, DetectionStudy study, string title, Func<DetectionCase, bool> belongs)
    {
        DetectionResult[] results = [.. study.Results.Where(r => belongs(r.Case))];
        if (results.Length > 0)
        {
            report.Heading(title).Add(Chart("Slots, few false alarms", results, FewFalse)).Add(Chart("Slots, whole curve", results, 1));
        }
    }

    private static LineChart Chart(string title, DetectionResult[] results, double to)
    {
        int count = RocSummary.FalseRates.Count(rate => rate <= to);
        Series[] lines = [.. results.Select(r => new Series(r.Case.ToString(), r.Slots.TrueRates[..count]))];
        return new LineChart(title, "false alarms, part of friendly slots", "found, part of synchronized slots", RocSummary.FalseRates[..count], lines) { YFrom = 0, YTo = 1, Height = 320 };
    }
}
