// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Cli.Reports.Html;
using Prosumeter.Simulator.Scenarios.Simulation;
using Prosumeter.Tests.Scenarios.Simulation;

namespace Prosumeter.Tests.Cli;

/// <summary>The report of a simulation is one page with everything in it.</summary>
[TestClass]
public sealed partial class SimulationPageTests
{
    private static readonly SimulationPlan s_plan = SimulationPlans.UnlikeClusters() with { Name = "</script><b>bold & brash", Description = "{{data}}" };
    private static readonly SimulationOutcome s_outcome = SimulationRun.Run(s_plan) with { WithoutMarket = SimulationRun.Run(s_plan.WithoutMarket()) };
    private static readonly string s_page = SimulationPage.Of(s_outcome);

    [TestMethod]
    public void NothingIsFetched()
    {
        Assert.AreEqual(0, Fetch().Count(s_page), Fetch().Match(s_page).Value);
        Assert.Contains("uPlot", s_page);
        Assert.DoesNotContain("{{page", s_page);
    }

    [TestMethod]
    public void TextsOfTheScenarioStayTexts()
    {
        Assert.DoesNotContain("<b>bold", s_page);
        Assert.Contains("&lt;/script&gt;&lt;b&gt;bold &amp; brash", s_page);
        Assert.Contains("<p>{{data}}</p>", s_page);
        Assert.AreEqual(3, EndOfScript().Count(s_page));
    }

    [TestMethod]
    public void FiguresArrive()
    {
        using JsonDocument data = JsonDocument.Parse(Data().Match(s_page).Groups[1].Value);
        JsonElement[] series = data.RootElement.GetProperty("series").EnumerateArray().ToArray();
        double bought = series[2].GetProperty("upper").EnumerateArray().Sum(point => point.GetDouble()) / 4;

        CollectionAssert.AreEqual(new[] { "all clusters", "sunny", "shady" }, series.Select(each => each.GetProperty("name").GetString()).ToArray());
        Assert.AreEqual(96, data.RootElement.GetProperty("times").GetArrayLength());
        Assert.AreEqual(s_outcome.Clusters[1].Slots.Sum(slot => slot.UpperBoughtMilliwattHours) / 1e6, bought, 0.05);
        Assert.IsTrue(series[0].GetProperty("netWithout").EnumerateArray().All(point => point.ValueKind == JsonValueKind.Number));
        Assert.AreEqual(12, series[2].GetProperty("gains").GetArrayLength());
    }

    [TestMethod]
    public void LongSimulationStaysSmall()
    {
        SimulationPlan plan = s_plan with { Days = 60 };

        Assert.IsLessThan(1_000_000, SimulationPage.Of(SimulationRun.Run(plan)).Length);
    }

    [GeneratedRegex("""(src|href)\s*=|@import|url\(|fetch\(|XMLHttpRequest""")]
    private static partial Regex Fetch();

    [GeneratedRegex("</script>")]
    private static partial Regex EndOfScript();

    [GeneratedRegex("""<script type="application/json" id="data">(.*?)</script>""", RegexOptions.Singleline)]
    private static partial Regex Data();
}
