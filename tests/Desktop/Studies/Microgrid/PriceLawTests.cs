// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Tests.Studies.Microgrid;

[TestClass]
public sealed class PriceLawTests
{
    private static readonly PriceHold[] s_holds = [PriceHold.RealTime, PriceHold.DailyPeak, PriceHold.LiteralAtNewPeak, PriceHold.EveryRise];

    public static IEnumerable<object[]> Vectors =>
        StudyVectors.PriceLawAndQ.GetProperty("price_law").EnumerateArray().Select((_, i) => new object[] { i });

    [TestMethod]
    [DynamicData(nameof(Vectors))]
    public void FollowsTheVectors(int index)
    {
        JsonElement vector = StudyVectors.PriceLawAndQ.GetProperty("price_law")[index];
        Reading reading = Readings.C0 with
        {
            PriceHold = s_holds[vector.GetProperty("hold").GetInt32()],
            PriceExponent = vector.GetProperty("exponent").GetDouble(),
            BasePrice = vector.GetProperty("s0").GetDouble(),
        };
        double[] prices = Prices(reading, vector.GetProperty("dRef").GetDouble(), vector.Numbers("d"));
        double[] expected = vector.Numbers("s");
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.AreEqual(expected[i], prices[i], 1e-9 * expected[i], $"slot {i}");
        }
    }

    [TestMethod]
    public void MidnightBringsTheBasePriceBack()
    {
        PriceLaw law = new(Readings.C0, 5);
        law.Next(10, startsDay: true);
        Assert.AreEqual(0.1, law.Next(5, startsDay: true), 1e-12);
    }

    [TestMethod]
    public void WithoutResetTheHeldPriceStays()
    {
        PriceLaw law = new(Readings.C0 with { PriceReset = PriceReset.Never }, 5);
        law.Next(10, startsDay: true);
        Assert.AreEqual(0.4, law.Next(5, startsDay: true), 1e-12);
    }

    [TestMethod]
    public void AFirstSlotAboveTheReferenceCanBeTheBase()
    {
        PriceLaw law = new(Readings.C0 with { PriceReset = PriceReset.FirstSlotDemand }, 5);
        Assert.AreEqual(0.1, law.Next(8, startsDay: true), 1e-12);
        Assert.AreEqual(0.4, law.Next(16, startsDay: false), 1e-12);
    }

    private static double[] Prices(Reading reading, double referenceKwh, double[] demand)
    {
        PriceLaw law = new(reading, referenceKwh);
        return [.. demand.Select((d, i) => law.Next(d, i == 0))];
    }
}
