// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Policy;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Synchronization;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Studies.Synchronization;

[TestClass]
public sealed class SynchronizationReportTests
{
    private static readonly Lazy<SynchronizationStudy> s_study = new(() => SynchronizationStudy.Run(
        new StudySettings(new Experiment(Readings.C0, TrainingDays: 40, EvaluationDays: 3), Seeds: 2, NashSeeds: 1, NashDays: 1, TestDays: 2)));

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    public void ThePageNeedsNothingFromOutside()
    {
        string page = SynchronizationReport.Write(s_study.Value, "C0");
        foreach (string link in new[] { "http://", "https://", "src=", "<link", "@import", "url(" })
        {
            Assert.DoesNotContain(link, page.Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal), link);
        }
    }

    [TestMethod]
    public void EveryLineChartCarriesItsNumbers()
    {
        string page = SynchronizationReport.Write(s_study.Value, "C0");
        string[] blocks = page.Split("<script type=\"application/json\">")[1..];
        Assert.HasCount(9, blocks);
        foreach (string block in blocks)
        {
            JsonElement data = JsonDocument.Parse(block[..block.IndexOf("</script>", StringComparison.Ordinal)]).RootElement;
            int points = data.GetProperty("x").GetArrayLength();
            Assert.AreEqual(data.GetProperty("names").GetArrayLength(), data.GetProperty("y").GetArrayLength());
            Assert.IsTrue(data.GetProperty("y").EnumerateArray().All(y => y.GetArrayLength() == points));
        }
    }

    [TestMethod]
    public void ALargeNetworkIsShownByItsFirstProsumers()
    {
        StudyPlan plan = StudyPlan.For(6_000, 24_000);
        Assert.AreEqual((1, 485, 93, 0, true), (plan.Seeds, plan.TrainingDays, plan.EvaluationDays, plan.NashSeeds, plan.IsLarge));
        Assert.AreEqual(new StudyPlan(20, 520, 100, 10, false), StudyPlan.For(5, 20));
        Assert.AreEqual(new StudyPlan(1, 20, 5, 0, true), StudyPlan.For(200_000, 800_000));
        SynchronizationStudy study = SynchronizationStudy.Run(new StudySettings(
            new Experiment(Readings.C0, 3000, 200, TrainingDays: 1, EvaluationDays: 1, Threads: 2), Seeds: 1, plan.NashSeeds, TestDays: 1));
        string folder = Path.Combine(TestContext.TestRunDirectory!, nameof(ALargeNetworkIsShownByItsFirstProsumers));
        SynchronizationFiles.Write(study, "C0", folder);
        Assert.HasCount(Illustration.MostProsumers, Directory.GetFiles(Path.Combine(folder, "tables")));
        Assert.HasCount(8 + (7 * Illustration.MostProsumers), File.ReadLines(Path.Combine(folder, "test-days.csv")).First().Split(','));
        Assert.Contains("Not asked", File.ReadAllText(Path.Combine(folder, "report.html")));
    }

    [TestMethod]
    public void TextFromOutsideIsEscaped() =>
        Assert.DoesNotContain("<b>", SynchronizationReport.Write(s_study.Value, "<b>C0</b>"));

    [TestMethod]
    public void TheFilesHoldWhatTheReportSays()
    {
        string folder = Path.Combine(TestContext.TestRunDirectory!, nameof(TheFilesHoldWhatTheReportSays));
        SynchronizationFiles.Write(s_study.Value, "C0", folder);
        JsonElement json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "study.json"))).RootElement;
        Assert.AreEqual(Claims.Of(s_study.Value).Count, json.GetProperty("claims").GetArrayLength());
        Assert.IsFalse(json.GetProperty("judged").GetBoolean());
        Assert.HasCount(3, File.ReadAllLines(Path.Combine(folder, "seeds.csv")));
        Assert.HasCount(97, File.ReadAllLines(Path.Combine(folder, "profile.csv")));
        Assert.HasCount(1 + (2 * 96), File.ReadAllLines(Path.Combine(folder, "test-days.csv")));
        Assert.HasCount(1 + (2 * 5), File.ReadAllLines(Path.Combine(folder, "deviations.csv")));
    }

    [TestMethod]
    public void ALearnedTableGoesIntoAMeterInItsUnitOfReward()
    {
        string folder = Path.Combine(TestContext.TestRunDirectory!, nameof(ALearnedTableGoesIntoAMeterInItsUnitOfReward));
        SynchronizationFiles.Write(s_study.Value, "C0", folder);
        for (int prosumer = 0; prosumer < 5; prosumer++)
        {
            byte[] file = File.ReadAllBytes(Path.Combine(folder, "tables", $"prosumer-{prosumer + 1}.qtable"));
            QTable meter = new();
            Assert.AreEqual(RefusalReason.Taken, meter.Import(file, file.Length));
            for (int slot = 0; slot < QTable.Slots; slot++)
            {
                // The study's unit is 0.10 money, a meter's 0.01.
                Assert.AreEqual(10 * s_study.Value.Illustration.Values.Raw(slot, 0, prosumer), meter.Value(slot, PolicyAction.Friendly));
                Assert.AreEqual(10 * s_study.Value.Illustration.Values.Raw(slot, 1, prosumer), meter.Value(slot, PolicyAction.Sync));
            }
        }
    }
}
