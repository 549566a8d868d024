// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Prosumeter.Simulator.Studies.Reports;
using Prosumeter.Simulator.Studies.Reports.Charts;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Defences;

/// <summary>The study of defences as a page and as files.</summary>
public static class DefenceReport
{
    private static readonly (string File, string Name, Func<DefenceResult, Estimate> Of)[] s_columns =
    [
        ("burden_percent", "burden, %", r => r.Burden),
        ("mean_price_uplift_percent", "mean price, %", r => r.MeanPrice),
        ("peak_price_uplift_percent", "peak price, %", r => r.PeakPrice),
        ("consumer_cost_uplift_percent", "consumers' bill, %", r => r.ConsumerCost),
        ("share_5:30-7:00", "share 5:30-7:00", r => r.Morning),
        ("share_19:00-21:00", "share 19:00-21:00", r => r.Evening),
        ("profit_learned", "prosumers' profit a day", r => r.Profit),
        ("response_payments_percent_of_bill", "payments, %", r => r.Payments),
    ];

    /// <summary>Writes report.html, defences.csv and defences.json.</summary>
    public static void Write(IReadOnlyList<DefenceResult> results, string readingName, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "report.html"), Page(results, readingName));
        CsvFile.Write(
            Path.Combine(folder, "defences.csv"),
            ["defence", "seeds", .. s_columns.SelectMany(c => new[] { c.File, c.File + "_sd" }), "best_response_among_friendly_percent"],
            results.Select(r => new[] { r.Defence.Name.Replace(',', ';'), r.MeanPrice.Count.ToString(CultureInfo.InvariantCulture) }
                .Concat(s_columns.SelectMany(c => new[] { Numbers.Full(c.Of(r).Mean), Numbers.Full(c.Of(r).Sd) })).Append(r.Temptation is Estimate t ? Numbers.Full(t.Mean) : string.Empty)));
        File.WriteAllText(Path.Combine(folder, "defences.json"), JsonText.Of(results.Select(Json)) + "\n");
    }

    private static string Page(IReadOnlyList<DefenceResult> results, string readingName) =>
        new HtmlReport("Defences against synchronization, ranked")
            .Paragraph(string.Create(
                CultureInfo.InvariantCulture,
                $"Reading {readingName}, {results[0].MeanPrice.Count} seeds. Prosumers learn anew under each defence; rises are against friendly behaviour under the same rules on the same days. Values are means over seeds ± their standard deviation."))
            .Heading("Ranking by what is left to the consumers")
            .Add(new BarChart("Burden: rise of the consumers' bill by the learned behaviour, and response payments", "% of the bill without synchronization, mean and 95 % interval", [.. results.Select(r => (r.Defence.Name, r.Burden))]))
            .Table(
                ["defence", .. s_columns.Select(c => c.Name), "temptation, % of sales"],
                results.Select(r => (IReadOnlyList<string>)[r.Defence.Name, .. s_columns.Select(c => Text(c.Of(r))), r.Temptation is Estimate t ? Numbers.Short(t.Mean) : string.Empty]))
            .Paragraph("Temptation: what one prosumer gains by his best response while all others are friendly. At zero or below, friendliness is an equilibrium: the defence takes the incentive away. Where it stays high the defence only limits the damage.")
            .Heading("What the defences do")
            .Table(["defence", "meaning"], results.Select(r => (IReadOnlyList<string>)[r.Defence.Name, r.Defence.Meaning]))
            .Heading("How to read it")
            .Paragraph("Billing what is taken removes the incentive, and so does a fine when the chance of being flagged times the fine is at least 1. Leaving flagged demand out of the price shrinks the damage in proportion to what is found and changes no behaviour. A price exponent of 1 halves the damage. A real-time price cuts the mean rise, not the peak. Jitter is weak, shorter slots do nothing.")
            .Paragraph("Response payments work once they outweigh the avoided purchases, at twice the extra demand; but everybody who behaves is paid all day, so that they cost the consumers more than synchronization does.")
            .ToString();

    private static string Text(Estimate value) => $"{Numbers.Short(value.Mean)} ± {Numbers.Short(value.Sd)}";

    private static object Json(DefenceResult result) => new
    {
        defence = result.Defence.Name,
        meaning = result.Defence.Meaning,
        seeds = result.MeanPrice.Count,
        figures = s_columns.ToDictionary(c => c.File, c => new { mean = c.Of(result).Mean, sd = c.Of(result).Sd }),
        bestResponseAmongFriendlyPercent = result.Temptation?.Mean,
    };
}
