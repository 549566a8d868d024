// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Reports;
using Prosumeter.Simulator.Studies.Reports.Charts;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>The study as one HTML page.</summary>
public static class SynchronizationReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="study">The results.</param>
    /// <param name="readingName">How the reading was asked for.</param>
    public static string Write(SynchronizationStudy study, string readingName)
    {
        HtmlReport report = new("Synchronization games: what independent learners do to a microgrid");
        Introduce(report, study, readingName);
        ClaimTable(report, study);
        Explain(report, study);
        TestDays(report, study);
        Matrices(report, study);
        Equilibrium(report, study);
        Options(report, study.Settings.Experiment.Reading);
        return report.ToString();
    }

    private static void Introduce(HtmlReport report, SynchronizationStudy study, string readingName)
    {
        Experiment e = study.Settings.Experiment;
        report
            .Paragraph(
                "After Saukh, Papst, Saukh: Synchronization Games in P2P Energy Trading (IEEE SmartGridComm, 2018). Prosumers who hide their generation and take "
                + "their own demand and half as much again from the operator, all in the same slots, raise the operator's price. Each learns for himself, from his own profit only.")
            .Paragraph(string.Create(
                CultureInfo.InvariantCulture,
                $"Reading {readingName}: {e.Prosumers} prosumers, {e.Consumers} consumers, {e.TrainingDays} days of training, {e.EvaluationDays} days of evaluation on which everybody uses and generates the same whether prosumers synchronize or not, {study.Settings.Seeds} seeds. Intervals are 95 % confidence intervals of the mean over seeds."));
    }

    private static void ClaimTable(HtmlReport report, SynchronizationStudy study)
    {
        bool judge = Claims.CanJudge(study.Settings);
        report.Heading("Claims and measurements");
        report.Table(
            ["claim", "figure", "unit", "mean", "95 % interval", "agrees when", "agrees"],
            Claims.Of(study).Select(c => (IReadOnlyList<string>)
                [c.Id, c.Figure, c.Unit, Numbers.Short(c.Value.Mean), Numbers.Interval(c.Value), Numbers.Band(c.Least, c.Most), Verdict(c, judge)]));
        report.Paragraph(judge
            ? "Bands hold for the recommended reading with 5 prosumers and 20 consumers. Claims of the paper: (a) prosumers learn to synchronize in the morning and in the evening, (b) they earn next to nothing meanwhile and more afterwards, (c) the price and the consumers' bill rise, (d) the learned behaviour is a Nash equilibrium."
            : $"Not judged: the bands belong to the recommended reading C0 with 5 prosumers, 20 consumers, 520 days and at least {Claims.FewestSeeds} seeds.");
    }

    private static string Verdict(Claim claim, bool judge) => !judge || (claim.Least is null && claim.Most is null) ? string.Empty : claim.Holds ? "yes" : "no";

    private static void Explain(HtmlReport report, SynchronizationStudy study)
    {
        Estimate friendly = study.Learned.Of(s => s.Friendly.Profit), learned = study.Learned.Of(s => s.Learned.Profit);
        Estimate avoided = study.Ablations[1].Result.Of(s => s.Learned.Profit);
        double part = 100 * (avoided.Mean - friendly.Mean) / (learned.Mean - friendly.Mean);
        report
            .Heading("What is learned is cost avoidance")
            .Paragraph(
                "In the paper a synchronizer neither earns nor pays: he gets his own demand for free. A learner that sees only the slot and its own profit finds out exactly that: synchronize "
                + "whenever being friendly would cost money. The same profile is learned when nobody can move the price at all, and it goes away when a synchronizer pays for his own demand. The damage to the others is real all the same.")
            .Add(SynchronizationCharts.Profiles(study))
            .Table(
                ["", .. PartsOfDay.All.Select(p => p.Name), "rise of mean price, %", "profit a day"],
                new[] { ("learned", study.Learned) }.Concat(study.Ablations.Select(a => (a.Name + ": " + a.Meaning, a.Result))).Select(row => Row(row.Item1, row.Item2)))
            .Paragraph(string.Create(
                CultureInfo.InvariantCulture,
                $"The prosumers' profit together is {friendly.Mean:0.00} a day when all are friendly, {avoided.Mean:0.00} when they avoid their purchases but add no demand, and {learned.Mean:0.00} as learned: {part:0} % of the gain is avoided cost, the rest is the price effect."))
            .Add(SynchronizationCharts.Prices(study));
        report.Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"Arithmetic: the tables are a meter's own, Q16.16. A floating-point twin decides otherwise in {study.Arithmetic.Average(a => (double)a.DifferentSlots):0.0} of {study.Arithmetic[0].Slots} slots on average, {study.Arithmetic.Average(a => (double)a.ClearDifferentSlots):0.00} of them clearly; the share that synchronizes in any part of the day differs by at most {study.Arithmetic.Max(a => a.LargestShareDifference):0.000} in any seed."));
    }

    private static IReadOnlyList<string> Row(string name, ReadingResult result) =>
        [name, .. PartsOfDay.All.Select(p => Numbers.Short(result.Share(p).Mean)), Numbers.Short(result.Of(s => s.MeanPriceUplift).Mean), Numbers.Short(result.Of(s => s.Learned.Profit).Mean)];

    private static void TestDays(HtmlReport report, SynchronizationStudy study)
    {
        report.Heading("The test days (figure 2 of the paper)").Paragraph("Seed 1, after training. Click a name to hide its line.");
        foreach (LineChart chart in SynchronizationCharts.TestDays(study))
        {
            report.Add(chart);
        }
    }

    private static void Matrices(HtmlReport report, SynchronizationStudy study)
    {
        report.Heading("Q-matrices (figure 3 of the paper)");
        for (int prosumer = 0; prosumer < Math.Min(2, study.Settings.Experiment.Prosumers); prosumer++)
        {
            report.Add(SynchronizationCharts.QMatrix(study, prosumer));
        }

        report.Add(SynchronizationCharts.Advantages(study)).Paragraph(
            "At night both actions are worth nearly the same, so which one is greedy says little there. Slots count as clearly better when the advantage exceeds 5 % of the prosumer's largest.");
    }

    private static void Equilibrium(HtmlReport report, SynchronizationStudy study)
    {
        report.Heading("Is it a Nash equilibrium?");
        if (study.FromLearned.Count == 0)
        {
            report.Paragraph("Not asked: trying every deviation of every prosumer takes time with the square of the network's size. Give --nash-seeds to try all the same.");
            return;
        }

        report
            .Paragraph(string.Create(
                CultureInfo.InvariantCulture,
                $"One prosumer deviates, all others stay; {study.FromLearned.Count} seeds, {study.Settings.NashDays} days, every prosumer, every slot. The best response is found by coordinate ascent (two passes) and measured on as many fresh days."))
            .Table(
                ["gain, % of mean daily sales", "from the learned profile", "95 % interval", "from all friendly", "95 % interval"],
                [
                    Gains("best response, mean prosumer", n => n.MeanBestResponse),
                    Gains("best response, prosumer who gains most", n => n.WorstBestResponse),
                    Gains("always friendly", n => n.MeanFriendly),
                    Gains("always synchronizing", n => n.MeanSynchronizing),
                    Gains("single flips that pay, % of all", n => 100 * n.PayingFlips),
                ])
            .Paragraph("So the learned profile is an epsilon-equilibrium, not an exact one: what still pays are slots of near-ties and the price effect, which a table over slots cannot see. Being friendly together is no equilibrium.")
            .Add(SynchronizationCharts.Flips(study));

        IReadOnlyList<string> Gains(string name, Func<NashResult, double> of)
        {
            Estimate learned = Estimate.Of(study.FromLearned.Select(of)), friendly = Estimate.Of(study.FromFriendly.Select(of));
            return [name, Numbers.Short(learned.Mean), Numbers.Interval(learned), Numbers.Short(friendly.Mean), Numbers.Interval(friendly)];
        }
    }

    private static void Options(HtmlReport report, Reading reading)
    {
        report.Heading("The reading, point by point").Table(
            ["point", "option", "value", "recommended", "meaning"],
            Readings.Options.Select(o => (IReadOnlyList<string>)[o.Point, o.Name, o.ValueIn(reading), o.ValueIn(Readings.C0), o.Meaning]));
    }
}
