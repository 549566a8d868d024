// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

[TestClass]
public sealed class MoneyTests
{
    [TestMethod]
    [DataRow(1_000_000L, 300_000, 300_000L, DisplayName = "1 kWh at its price")]
    [DataRow(1L, 499_999, 0L, DisplayName = "just below a half is rounded down")]
    [DataRow(1L, 500_000, 1L, DisplayName = "a half is rounded up")]
    [DataRow(3L, 500_000, 2L, DisplayName = "one and a half is rounded up")]
    [DataRow(1L, -500_000, 0L, DisplayName = "minus a half is rounded up")]
    [DataRow(1L, -500_001, -1L, DisplayName = "just below minus a half is rounded down")]
    [DataRow(3L, -500_000, -1L, DisplayName = "minus one and a half is rounded up")]
    [DataRow(0L, 500_000, 0L, DisplayName = "no energy")]
    [DataRow(4_000_000_000_000_000L, 2_000_000_000, 8_000_000_000_000_000_000L, DisplayName = "the product passes 63 bits, the amount does not")]
    public void AmountIsRoundedToTheNearestMicroUnit(long energy, int price, long amount)
    {
        Assert.AreEqual(amount, Money.Amount(energy, price));
    }

    [TestMethod]
    public void AmountThatDoesNotFitIsRefused()
    {
        Assert.ThrowsExactly<OverflowException>(() => Money.Amount(long.MaxValue, int.MaxValue));
    }

    [TestMethod]
    public void NegativeEnergyIsRefused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Money.Amount(-1, 1));
    }

    [TestMethod]
    [DataRow(999L, 1, 0L)]
    [DataRow(1000L, 1, 1L)]
    [DataRow(1999L, 1, 1L)]
    [DataRow(500L, 1000, 500L)]
    public void ShareIsRoundedDown(long amount, int permille, long share)
    {
        Assert.AreEqual(share, Money.Share(amount, permille));
    }
}
