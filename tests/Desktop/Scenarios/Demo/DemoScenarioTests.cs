// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Scenarios.DataFiles;
using Prosumeter.Simulator.Scenarios.Demo;
using Prosumeter.Simulator.Scenarios.Results;
using Prosumeter.Tests.Projects;

namespace Prosumeter.Tests.Scenarios.Demo;

/// <summary>Whole firmwares on virtual boards trade for a day; every balance holds to the last micro-unit and milliwatt-hour.</summary>
[TestClass]
public sealed class DemoScenarioTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(77)]
    public void BalancesHold(int seed)
    {
        ScenarioResult result = Run(new DemoSettings { Seed = seed });

        AssertBalanced(result);
        Assert.HasCount(10, result.Meters);
        Assert.HasCount(96, result.Slots);
        Assert.IsGreaterThan(10_000_000, result.TradedMilliwattHours, "there is something to trade");
        Assert.AreEqual(0, result.Meters.Sum(meter => meter.Tally.Refused));
        Assert.IsTrue(result.Meters.All(meter => meter.Tally.Bids > 0));
    }

    [TestMethod]
    public void ADayHasTheEnergyThatFlowed()
    {
        ScenarioResult result = Run(new DemoSettings { Meters = 5 });

        foreach (MeterResult meter in result.Meters)
        {
            HomeEnergies metered = meter.Tally.Metered;
            Assert.AreEqual(meter.True.ConsumptionMilliwattHours, metered.ConsumptionMilliwattHours, meter.True.ConsumptionMilliwattHours * 0.01);
            Assert.AreEqual(meter.PvPeakWatts > 0, metered.GenerationMilliwattHours > 1_000_000);
            Assert.AreEqual(meter.StorageWattHours > 0, metered.ChargeMilliwattHours > 0);
            Assert.IsLessThan(2, meter.WorstErrorPermille);
        }
    }

    /// <summary>What a fault keeps from being measured is told for each home; all else is in the registers.</summary>
    [TestMethod]
    [DataRow("random=24", 7, 10)]
    [DataRow("random=300", 5, 3)]
    public void BalancesHoldWithFaults(string faults, int seed, int meters)
    {
        ScenarioResult result = Run(new DemoSettings { Seed = seed, Meters = meters, Faults = [faults] });

        AssertBalanced(result);
        Assert.IsTrue(result.Meters.All(meter => meter.Faults.NotMeasured.SumMilliwattHours > 0));
        Assert.HasCount(meters, result.Notes);
    }

    [TestMethod]
    [DynamicData(nameof(Switches))]
    public void BalancesHoldWithEachFault(string name)
    {
        string number = name == "clock-step" ? "=3600" : string.Empty;
        ScenarioResult result = Run(new DemoSettings { Meters = 2, Faults = [$"{name}{number}@10:01", $"{name}{number}@13:20:07"] });

        AssertBalanced(result);
        bool takesEnergy = name is "i2c-stuck" or "i2c-nack" or "power-cut" or "power-fail" or "flash-cut" || name.StartsWith("sensor-", System.StringComparison.Ordinal);
        Assert.AreEqual(takesEnergy, result.Meters.All(meter => meter.Faults != default));
        Assert.AreEqual(takesEnergy, result.Meters.Any(meter => meter.Faults != default));
    }

    /// <summary>A fault that would last into the next day ends with the demo, and the reports of the last slot still come.</summary>
    [TestMethod]
    [DataRow("clock-step=-3600@23:50+30m")]
    [DataRow("power-cut@23:59+10m")]
    [DataRow("broker-silent@23:50+20m")]
    public void BalancesHoldWhenAFaultOutlastsTheDay(string fault) => AssertBalanced(Run(new DemoSettings { Meters = 2, Faults = [fault] }));

    [TestMethod]
    public void TheSameSeedGivesTheSameResult()
    {
        DemoSettings settings = new() { Meters = 3, Seed = 5 };

        string first = JsonSerializer.Serialize(Run(settings));

        Assert.AreEqual(first, JsonSerializer.Serialize(Run(settings)));
        Assert.AreNotEqual(first, JsonSerializer.Serialize(Run(settings with { Seed = 6 })));
    }

    [TestMethod]
    public void SeveralDaysGoOn()
    {
        ScenarioResult result = Run(new DemoSettings { Meters = 2, Days = 2 });

        AssertBalanced(result);
        Assert.HasCount(192, result.Slots);
        Assert.AreEqual(192, result.Meters[0].Tally.Settlements);
    }

    [TestMethod]
    public void TheSampleDayIsTraded()
    {
        string path = Path.Combine(RepositoryFolder.Path, "host-simulator/Scenarios/Data/sample-day.csv");
        Assert.IsTrue(MeasuredData.TryLoad([path], out MeasuredData? data, out string? error), error);

        ScenarioResult result = Run(new DemoSettings { Data = data });

        AssertBalanced(result);
        CollectionAssert.AreEqual(
            new[] { "sample-terrace", "sample-cottage", "sample-villa", "sample-flat" },
            result.Meters.Select(meter => meter.Home).ToArray());
        long generation = data.Homes[0].Count == 0 ? 0 : EnergyOf(data.Homes[0]);
        Assert.AreEqual(generation, result.Meters[0].Tally.Metered.GenerationMilliwattHours, generation * 0.002);
        Assert.IsEmpty(result.Notes);
    }

    [TestMethod]
    public void WhatIsMissingInTheDataIsSaid()
    {
        string path = Path.Combine(Path.GetTempPath(), "prosumeter-gap-" + System.Guid.NewGuid().ToString("N") + ".csv");
        File.WriteAllText(path, "utc_time,load_w\n2019-03-01T08:00Z,500\n2019-03-01T09:00Z,null\n2019-03-01T10:00Z,500\n2019-03-01T11:00Z,500\n");
        try
        {
            Assert.IsTrue(MeasuredData.TryLoad([path], out MeasuredData? data, out string? error), error);
            ScenarioResult result = Run(new DemoSettings { Data = data });

            AssertBalanced(result);
            Assert.AreEqual(1_500_000, result.Meters[0].True.ConsumptionMilliwattHours, 1000);
            Assert.HasCount(3, result.Notes);
            Assert.Contains("2019-03-01, is simulated as 2027-03-01", result.Notes[0]);
            Assert.Contains("1 rows without a value", result.Notes[1]);
            Assert.Contains("no data for 21.0 of 24 h", result.Notes[2]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestMethod]
    public void ABalanceThatDoesNotHoldIsSeen()
    {
        ScenarioResult result = Run(new DemoSettings { Meters = 2 });
        OperatorResult wrong = result.Operator with { BalanceMicros = result.Operator.BalanceMicros + 1 };
        MeterResult wrongMeter = result.Meters[0] with { True = result.Meters[0].True + new HomeEnergies(0, 1_000_000, 0, 0, 0) };

        Assert.IsTrue(result.IsBalanced);
        Assert.AreEqual("money", Failing(result with { Operator = wrong }));
        Assert.AreEqual("grid", Failing(result with { Operator = result.Operator with { SoldMilliwattHours = result.Operator.SoldMilliwattHours - 1 } }));
        Assert.AreEqual("settlement", Failing(result with { Slots = [.. result.Slots, new SlotResult(0)] }));
        Assert.AreEqual("registers", Failing(result with { Meters = [wrongMeter, result.Meters[1]] }));
    }

    private static IEnumerable<object[]> Switches => FaultSwitches.All.Select(one => new object[] { one.Name });

    private static string Failing(ScenarioResult result) => result.Checks.Single(check => !check.Holds).Name.Split(':')[0];

    private static long EnergyOf(SampleSeries series)
    {
        long milliwattSeconds = 0;
        for (long time = series.FromUtcSeconds; time < series.ToUtcSeconds; time += series.IntervalSeconds)
        {
            milliwattSeconds += series.LastAt(time).Second * series.IntervalSeconds;
        }

        return milliwattSeconds / 3600;
    }

    private static ScenarioResult Run(DemoSettings settings)
    {
        using DemoScenario scenario = new(settings);
        while (!scenario.IsFinished)
        {
            scenario.Run(10_000);
        }

        Assert.AreEqual(1, scenario.Progress);
        return scenario.Result();
    }

    private static void AssertBalanced(ScenarioResult result)
    {
        IEnumerable<string> failed = result.Checks.Where(check => !check.Holds).Select(check => check.Name + ": " + check.Detail);
        Assert.IsTrue(result.IsBalanced, string.Join("; ", failed));
    }
}
