// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using System.Linq;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

[TestClass]
public sealed class PriceLawTests
{
    // Demand in kWh with dRef = 5 kWh and s0 = 0.1 a kWh.
    [TestMethod]
    [DataRow("5 6 5.5 7 6.9 7.2", PriceReading.Pure, 2, "0.1 0.144 0.121 0.196 0.19044 0.20736")]
    [DataRow("5 6 5.5 7 6.9 7.2", PriceReading.Pure, 1, "0.1 0.12 0.11 0.14 0.138 0.144")]
    [DataRow("5 6 5.5 7 6.9 7.2", PriceReading.Ratchet, 2, "0.1 0.144 0.144 0.196 0.196 0.20736")]
    [DataRow("5 6 5.5 7 6.9 7.2", PriceReading.Ratchet, 1, "0.1 0.12 0.12 0.14 0.14 0.144")]
    [DataRow("5 6 5.5 7 6.9 7.2", PriceReading.LiteralAtPeak, 2, "0.1 0.144 0.144 0.233256 0.233256 0.25398")]
    [DataRow("5 6 5.5 7 6.9 7.2", PriceReading.LiteralAtPeak, 1, "0.1 0.12 0.12 0.152727 0.152727 0.159368")]
    [DataRow("5 6 5.5 7 6.9 7.2", PriceReading.EveryRise, 2, "0.1 0.144 0.144 0.233256 0.233256 0.25398")]
    [DataRow("5 6 5.5 7 6.9 7.2", PriceReading.EveryRise, 1, "0.1 0.12 0.12 0.152727 0.152727 0.159368")]
    [DataRow("4 5 10 5 10 5", PriceReading.Pure, 2, "0.1 0.1 0.4 0.1 0.4 0.1")]
    [DataRow("4 5 10 5 10 5", PriceReading.Pure, 1, "0.1 0.1 0.2 0.1 0.2 0.1")]
    [DataRow("4 5 10 5 10 5", PriceReading.Ratchet, 2, "0.1 0.1 0.4 0.4 0.4 0.4")]
    [DataRow("4 5 10 5 10 5", PriceReading.Ratchet, 1, "0.1 0.1 0.2 0.2 0.2 0.2")]
    [DataRow("4 5 10 5 10 5", PriceReading.LiteralAtPeak, 2, "0.1 0.1 0.4 0.4 0.4 0.4")]
    [DataRow("4 5 10 5 10 5", PriceReading.LiteralAtPeak, 1, "0.1 0.1 0.2 0.2 0.2 0.2")]
    [DataRow("4 5 10 5 10 5", PriceReading.EveryRise, 2, "0.1 0.1 0.4 0.4 1.6 1.6")]
    [DataRow("4 5 10 5 10 5", PriceReading.EveryRise, 1, "0.1 0.1 0.2 0.2 0.4 0.4")]
    [DataRow("0 0 1 0", PriceReading.Pure, 2, "0.1 0.1 0.1 0.1")]
    [DataRow("0 0 1 0", PriceReading.EveryRise, 1, "0.1 0.1 0.1 0.1")]
    [DataRow("8 8 8", PriceReading.Pure, 2, "0.256 0.256 0.256")]
    [DataRow("8 8 8", PriceReading.Ratchet, 1, "0.16 0.16 0.16")]
    [DataRow("8 8 8", PriceReading.LiteralAtPeak, 2, "0.256 0.256 0.256")]
    [DataRow("8 8 8", PriceReading.EveryRise, 1, "0.16 0.16 0.16")]
    [DataRow("8 2 90", PriceReading.Ratchet, 0, "0.1 0.1 0.1")]
    public void PriceFollowsDemand(string demands, PriceReading reading, int exponent, string prices)
    {
        PriceLaw law = new(100_000, 5_000_000, reading, exponent);

        Assert.AreEqual(prices, string.Join(' ', demands.Split(' ').Select(demand => Text(law.Next(Millionths(demand))))));
    }

    [TestMethod]
    public void DayBeginsAtTheBase()
    {
        PriceLaw law = new(100_000, 5_000_000);
        Assert.AreEqual(400_000, law.Next(10_000_000));

        law.StartDay();

        Assert.AreEqual(100_000, law.PriceMicrosPerKilowattHour);
        Assert.AreEqual(144_000, law.Next(6_000_000));
    }

    [TestMethod]
    public void PriceEndsWhereAMessageDoes()
    {
        foreach (PriceReading reading in Enum.GetValues<PriceReading>())
        {
            PriceLaw law = new(PriceMessage.HighestMicros, 1, reading, PriceLaw.HighestExponent);
            Assert.AreEqual(PriceMessage.HighestMicros, law.Next(long.MaxValue));
            Assert.AreEqual(PriceMessage.HighestMicros, law.Next(long.MaxValue));
        }
    }

    /// <summary>The ratchet holds the pure price of the day's highest demand, to half a micro-unit of the exact fraction.</summary>
    [TestMethod]
    public void RatchetIsThePurePriceOfTheHighestDemand() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1000),
        Prop.ForAll(Gen.Choose(0, 50_000_000).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary(), demands =>
        {
            PriceLaw ratchet = new(123_457, 4_999_999), pure = new(123_457, 4_999_999, PriceReading.Pure);
            int[] held = Array.ConvertAll(demands, demand => ratchet.Next(demand)), moving = Array.ConvertAll(demands, demand => pure.Next(demand));
            BigInteger peak = Math.Max(4_999_999, demands.Max()), exact = 2 * 123_457 * peak * peak, divisor = 2 * BigInteger.Pow(4_999_999, 2);
            return held[^1] == moving.Max() && held[^1] == (int)((exact + (divisor / 2)) / divisor);
        }));

    [TestMethod]
    [DataRow(0, 1L, 2)]
    [DataRow(1_000_000_001, 1L, 2)]
    [DataRow(1, 0L, 2)]
    [DataRow(1, 1L, -1)]
    [DataRow(1, 1L, 5)]
    public void BadArgumentsAreRefused(int baseMicros, long reference, int exponent) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new PriceLaw(baseMicros, reference, PriceReading.Pure, exponent));

    private static long Millionths(string text) => (long)(decimal.Parse(text, CultureInfo.InvariantCulture) * 1_000_000m);

    private static string Text(int micros) => (micros / 1_000_000m).ToString("0.######", CultureInfo.InvariantCulture);
}
