// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Outbox;

namespace Prosumeter.Tests.Firmware;

/// <summary>The ranges of slots that were reported, against a set.</summary>
[TestClass]
public sealed class ReportedSlotsTests
{
    [TestMethod]
    public void IsExactWhileThereAreSixRanges()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var slots = new ReportedSlots();
            var expected = new HashSet<int>();
            int[] bases = [100, 200 + random.Next(2), 300, 401, 500, 600];
            for (int i = 0; i < 120; i++)
            {
                int slot = bases[random.Next(bases.Length)]++;
                slots.Add(slot);
                expected.Add(slot);
                Assert.AreEqual(slot, slots.Latest);
            }

            CollectionAssert.AreEqual(expected.Order().ToArray(), Enumerable.Range(0, 800).Where(slots.Contains).ToArray(), $"seed {seed}");
        }
    }

    [TestMethod]
    public void NeverForgetsAReportedSlotAndSurvivesFlash()
    {
        for (int seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var slots = new ReportedSlots();
            var expected = new HashSet<int>();
            for (int i = 0; i < 30; i++)
            {
                int slot = random.Next(60);
                slots.Add(slot);
                expected.Add(slot);
                Assert.IsTrue(expected.All(slots.Contains), $"seed {seed}");
                byte[] record = new byte[ReportedSlots.RecordLength + 3];
                slots.Save(record, 3);
                var restored = new ReportedSlots();
                restored.Restore(record, 3);
                CollectionAssert.AreEqual(Enumerable.Range(0, 70).Where(slots.Contains).ToArray(), Enumerable.Range(0, 70).Where(restored.Contains).ToArray());
                Assert.AreEqual(slot, restored.Latest);
            }
        }
    }

    [TestMethod]
    public void TheNearestRangesBecomeOneAndTheFarFutureStaysAway()
    {
        var slots = new ReportedSlots();
        Array.ForEach([10, 5_000, 9_000, 20, 5_005, 9_020, 30], slots.Add);
        Assert.IsTrue(slots.Contains(5_003), "the gap that is given up is the smallest one");
        foreach (int other in new[] { 9, 15, 25, 31, 4_999, 5_006, 8_999, 9_010, 9_021 })
        {
            Assert.IsFalse(slots.Contains(other), $"{other}");
        }
    }
}
