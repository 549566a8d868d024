// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Scenarios.Soak;

namespace Prosumeter.Tests.Scenarios.Soak;

/// <summary>The soak, shorter and harder than <c>prosumeter soak</c> runs it.</summary>
[TestClass]
public sealed class SoakTests
{
    private const long StartUtcSeconds = 1_748_736_000;
    private const int DaySeconds = 86_400;

    [TestMethod]
    [DataRow(11)]
    [DataRow(12)]
    [DataRow(13)]
    public void NothingIsLostOrDoubledAndTheMeterComesBack(int seed)
    {
        SoakResult result = Run(new SoakScenario(new SoakSettings { Days = 2, FaultsAnHour = 5, Seed = seed }));
        Assert.IsTrue(result.Holds, string.Join(Environment.NewLine, result.Violations));
        Assert.AreEqual(0, result.Lost);
        Assert.AreEqual(0, result.Doubled);
        Assert.IsGreaterThan(230, result.Faults);
        Assert.IsGreaterThan(150, result.Reports);
        Assert.IsGreaterThan(10, result.Starts);
        Assert.IsGreaterThan(30, result.Recoveries[^1].Count);
        Assert.IsLessThanOrEqualTo(30_000, result.Recoveries[^1].WorstMilliseconds);
        Assert.IsLessThanOrEqualTo(5_000, result.Recoveries[^1].MedianMilliseconds);
    }

    /// <summary>Back on air at most 30 s after each fault of the network or the supply, whatever its length.</summary>
    [TestMethod]
    [DataRow("broker-down")]
    [DataRow("broker-refusing")]
    [DataRow("broker-silent")]
    [DataRow("wifi-lost")]
    [DataRow("dhcp-dead")]
    [DataRow("internet-dead")]
    [DataRow("dns-dead")]
    [DataRow("close-hangs")]
    [DataRow("connect-hangs")]
    [DataRow("power-cut")]
    [DataRow("power-fail")]
    [DataRow("flash-cut")]
    [DataRow("cut-in-message")]
    [DataRow("cut-before-ack")]
    [DataRow("handler-exception")]
    public void RecoversFromEachFaultOfTheLink(string name)
    {
        FaultPlan plan = SoakFaults.Draw(5, 120, StartUtcSeconds, DaySeconds, [FaultSwitches.Find(name)!]);
        SoakResult result = Run(new SoakScenario(new SoakSettings { Days = 1 }, plan));
        SoakRecovery recovery = result.Recoveries.Single(one => one.Fault == name);
        Assert.IsGreaterThan(50, recovery.Count);
        Assert.IsLessThanOrEqualTo(30_000, recovery.WorstMilliseconds);
        Assert.AreEqual(0, result.Lost + result.Doubled);
        Assert.IsLessThanOrEqualTo(result.SamplingPeriodMilliseconds, result.WorstLatenessMilliseconds);
    }

    /// <summary>What a day without a broker leaves in flash: 96 slot reports and 1,440 readings, one a minute. All of it comes, in its order and as history.</summary>
    [TestMethod]
    public void ADayWithoutABrokerFits()
    {
        SoakResult result = Outage("broker-down@2h+1d", days: 2);
        Assert.AreEqual(0, result.ReadingsGivenWay);
        Assert.AreEqual(result.ReadingsMade, result.Readings);
        Assert.AreEqual(1_440, result.ReadingReplays, 10);
        Assert.AreEqual(96, result.Replays, 2);
    }

    /// <summary>After three days the oldest readings are gone, and the meter has counted them; every slot report is there.</summary>
    [TestMethod]
    public void ThreeDaysWithoutABrokerTakeReadingsOnly()
    {
        SoakResult result = Outage("broker-down@2h+3d", days: 4);
        Assert.IsGreaterThan(0, result.ReadingsGivenWay);
        Assert.AreEqual(result.ReadingsMade - result.ReadingsGivenWay, result.Readings);
        Assert.IsGreaterThanOrEqualTo(1_440, result.ReadingReplays);
        Assert.AreEqual(3 * 96, result.Replays, 4);
    }

    /// <summary>A day without a broker while other faults go on: the supply fails, the clock is wrong, flash refuses.</summary>
    [TestMethod]
    public void ADayWithoutABrokerFitsAmongOtherFaults()
    {
        SoakResult result = Run(new SoakScenario(new SoakSettings { Days = 2, Seed = 21, OutageHours = 24 }));
        Assert.IsTrue(result.Holds, string.Join(Environment.NewLine, result.Violations));
        Assert.IsGreaterThan(3, result.Starts);
        Assert.IsGreaterThan(1_400, result.ReadingReplays);
        Assert.IsLessThanOrEqualTo(result.Readings + result.Starts, result.ReadingsMade);
    }

    /// <summary>What was said while flash refused is forgotten in a power cut, so its sequences come again; that is told apart from messages that are doubled.</summary>
    [TestMethod]
    public void PowerLostWhileFlashRefusesUsesSequencesAgain()
    {
        FaultPlan plan = FaultPlan.Parse(["flash-refuses@110m+40m", "power-cut@140m+5s"], StartUtcSeconds);
        SoakResult result = Run(new SoakScenario(new SoakSettings { Days = 1 }, plan));
        Assert.IsInRange(1, 6, result.Reused);
        Assert.AreEqual(0, result.Lost + result.Doubled);
    }

    [TestMethod]
    public void AClockADayBehindLeavesSlotsOutAndSaysSo()
    {
        FaultPlan plan = FaultPlan.Parse(["clock-step=-86400@3h+20h"], StartUtcSeconds);
        SoakResult result = Run(new SoakScenario(new SoakSettings { Days = 1 }, plan));
        Assert.IsGreaterThan(70, result.LeftOut, "slots that passed while the clock was behind");
        Assert.AreEqual(0, result.Lost + result.Doubled);
    }

    [TestMethod]
    public void TheSameSeedGivesTheSameFigures()
    {
        SoakSettings settings = new() { Days = 1, FaultsAnHour = 12, Seed = 3 };
        Assert.AreEqual(JsonSerializer.Serialize(Run(new SoakScenario(settings))), JsonSerializer.Serialize(Run(new SoakScenario(settings))));
    }

    private static SoakResult Outage(string outage, int days)
    {
        SoakResult result = Run(new SoakScenario(new SoakSettings { Days = days }, FaultPlan.Parse([outage], StartUtcSeconds)));
        Assert.AreEqual(0, result.LeftOut + result.Lost + result.Doubled);
        Assert.IsTrue(result.Recoveries[^1].Holds);

        // The median of a single recovery is itself.
        Assert.IsEmpty(result.Violations.Where(violation => !violation.StartsWith("median", StringComparison.Ordinal)));
        return result;
    }

    private static SoakResult Run(SoakScenario scenario)
    {
        using (scenario)
        {
            while (!scenario.IsFinished)
            {
                scenario.Run(DaySeconds);
            }

            return scenario.Result();
        }
    }
}
