// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Tests.Projects;

namespace Prosumeter.Tests.Boards.Faults;

/// <summary>What <c>--fault</c> takes, and that docs/faults.md says so.</summary>
[TestClass]
public sealed class FaultPlanTests
{
    // 2026-06-13T00:00:00Z.
    private const long Midnight = 1_781_308_800;

    [TestMethod]
    public void TheDocumentListsEverySwitch()
    {
        string[] rows = File.ReadAllLines(Path.Combine(RepositoryFolder.Path, "docs", "faults.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Count(c => c == '|') == 5)
            .ToArray();
        string[] expected = FaultSwitches.All.Select(Row).ToArray();
        CollectionAssert.AreEqual(expected, rows);
    }

    [TestMethod]
    [DataRow("broker-down@12:00+30s", "broker-down@2026-06-13T12:00:00Z+30000ms")]
    [DataRow("broker-down@05:59", "broker-down@2026-06-14T05:59:00Z+30000ms")]
    [DataRow("i2c-stuck@12:00:30+500ms", "i2c-stuck@2026-06-13T12:00:30Z+500ms")]
    [DataRow("i2c-nack=0x41@90s", "i2c-nack=65@2026-06-13T06:01:30Z+30000ms")]
    [DataRow("i2c-nack=65@2h+1d", "i2c-nack=65@2026-06-13T08:00:00Z+86400000ms")]
    [DataRow("clock-step=-3600@5m+10m", "clock-step=-3600@2026-06-13T06:05:00Z+600000ms")]
    [DataRow("cut-in-message@5m", "cut-in-message@2026-06-13T06:05:00Z")]
    public void ReadsWhatTheDocumentSays(string text, string expected)
    {
        PlannedFault fault = FaultPlan.Parse([text], Midnight + (6 * 3600)).Faults.Single();
        Assert.AreEqual(expected, fault.ToString());
    }

    [TestMethod]
    [DataRow("", "there is no fault ''")]
    [DataRow("broker-up@12:00", "there is no fault 'broker-up'")]
    [DataRow("broker-down", "no time")]
    [DataRow("broker-down@25:00", "'25:00' is no time")]
    [DataRow("broker-down@-5s", "'-5s' is no time")]
    [DataRow("broker-down@12:00+30", "'30' is no length")]
    [DataRow("broker-down@12:00+99999999999s", "is no length")]
    [DataRow("broker-down=3@12:00", "takes no number")]
    [DataRow("i2c-nack=0x80@12:00", "8 to 119, not 0x80")]
    [DataRow("i2c-nack=grid@12:00", "not grid")]
    [DataRow("clock-step@12:00", "needs a number")]
    [DataRow("cut-in-message@12:00+5s", "takes no length")]
    [DataRow("random@12:00", "needs a number of faults")]
    [DataRow("random=0", "from 1 to 10000")]
    public void RefusesWithTheReason(string text, string reason)
    {
        FormatException refusal = Assert.ThrowsExactly<FormatException>(() => FaultPlan.Parse([text], Midnight));
        Assert.StartsWith($"'{text}'", refusal.Message);
        Assert.Contains(reason, refusal.Message);
    }

    [TestMethod]
    public void RandomFaultsComeFromTheSeed()
    {
        string[] texts = ["random=200@1h+8h"];
        string one = string.Join(' ', FaultPlan.Parse(texts, Midnight, 1).Faults);
        Assert.AreEqual(one, string.Join(' ', FaultPlan.Parse(texts, Midnight, 1).Faults));
        Assert.AreNotEqual(one, string.Join(' ', FaultPlan.Parse(texts, Midnight, 2).Faults));
        FaultPlan plan = FaultPlan.Parse(texts, Midnight, 1);
        Assert.HasCount(200, plan.Faults);
        Assert.IsTrue(plan.Faults.All(fault => fault.StartUtcSeconds >= Midnight + 3600 && fault.EndUtcMicroseconds <= (Midnight + (9 * 3600)) * 1_000_000));
        Assert.IsTrue(plan.Faults.Zip(plan.Faults.Skip(1), (first, next) => first.EndUtcMicroseconds <= next.StartUtcMicroseconds).All(isApart => isApart));
        Assert.HasCount(FaultSwitches.All.Count, plan.Faults.Select(fault => fault.Switch).Distinct(), "every kind is drawn");
    }

    private static string Row(FaultSwitch one)
    {
        string lasts = one.Lasts ? one.UsualSeconds.ToString(CultureInfo.InvariantCulture) : "at once";
        return $"| `{one.Name}` | {lasts} | {one.Argument?.Name} | {one.Description} |";
    }
}
