// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Tests.Studies.Microgrid;

[TestClass]
public sealed class ReadingsTests
{
    [TestMethod]
    public void ANameWithChangesIsThatReading()
    {
        Reading expected = Readings.H0 with { PriceExponent = 1, AskCap = true, Reward = RewardRule.DayProfitSoFar };
        Assert.AreEqual(expected, Readings.Parse("h0, price-exponent=1,ask-cap=true , reward=day-profit-so-far"));
    }

    [TestMethod]
    public void EveryOptionCanBeTypedAsItIsShown()
    {
        foreach (ReadingOption option in Readings.Options)
        {
            Assert.AreEqual(Readings.M1, option.With(Readings.M1, option.ValueIn(Readings.M1)), option.Name);
        }
    }

    [TestMethod]
    public void EveryAmbiguousPointHasAnOption()
    {
        // A23 belongs to the repeated games.
        string[] points = [.. Readings.Options.Select(o => o.Point).Distinct()];
        for (int point = 1; point <= 22; point++)
        {
            CollectionAssert.Contains(points, $"A{point}");
        }
    }

    [TestMethod]
    [DataRow("", "names no reading")]
    [DataRow("C9", "names no reading")]
    [DataRow("C0,colour=red", "is no option")]
    [DataRow("C0,price-hold", "has no value")]
    [DataRow("C0,price-hold=red", "it takes real-time|daily-peak|literal-at-new-peak|every-rise")]
    [DataRow("C0,demand-sd=lots", "it takes number")]
    [DataRow("C0,demand-sd=-1", "demand-sd is -1")]
    [DataRow("C0,demand-sd=NaN", "demand-sd is NaN")]
    [DataRow("C0,price-exponent=1.3", "multiples of 0.25")]
    [DataRow("C0,slots-per-day=100", "multiple of 24")]
    [DataRow("C0,panels-to=17", "panels-to is 17")]
    [DataRow("C0,morning-from=10", "morning-to is 9")]
    [DataRow("C0,sunset=17", "sunset is 17")]
    public void NonsenseIsRefusedWithTheReason(string text, string reason)
    {
        FormatException refusal = Assert.ThrowsExactly<FormatException>(() => Readings.Parse(text));
        StringAssert.Contains(refusal.Message, reason);
    }
}
