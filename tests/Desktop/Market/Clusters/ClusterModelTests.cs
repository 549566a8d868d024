// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market.Clusters;

namespace Prosumeter.Tests.Market.Clusters;

/// <summary>Worked rows of the equations of Sabounchi and Wei: energy in kWh, prices in money per kWh.</summary>
[TestClass]
public sealed class ClusterModelTests
{
    [TestMethod]
    [DataRow(50, 2, "200", "5")]
    [DataRow(50, 4, "100", "1.25")]
    [DataRow(0, 2, "200", "0")]
    [DataRow(1000, 1, "0.000001", "0.000001")]
    [DataRow(5, 2, "0.0001", "0")]
    public void ReserveIsTheTaxShareOfTheDailyDemand(int taxPermille, int divisor, string demand, string reserve) =>
        Assert.AreEqual(Millionths(reserve), Reserve.Capacity(taxPermille, divisor, Millionths(demand)));

    [TestMethod]
    public void ReserveGivesNoMoreThanItHasInADay()
    {
        Reserve reserve = new(50, 2);
        Assert.AreEqual(0, reserve.Draw(1));

        reserve.StartDay(Millionths("200"));
        Assert.AreEqual(Millionths("3"), reserve.Draw(Millionths("3")));
        Assert.AreEqual(Millionths("2"), reserve.Draw(Millionths("3")));
        Assert.AreEqual(0, reserve.Draw(1));

        reserve.StartDay(Millionths("100"));
        Assert.AreEqual(Millionths("2.5"), reserve.LeftMilliwattHours);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => reserve.Draw(-1));
    }

    [TestMethod]
    [DataRow("0.2", "0.1", "10", "10", "3.333333", "0.133333")]
    [DataRow("0.2", "0.1", "5", "20", "2.222222", "0.111111")]
    [DataRow("0.2", "0.1", "20", "5", "3.333333", "0.166666")]
    [DataRow("0.1", "0.12", "10", "10", "0", "0.1")]
    [DataRow("0.1", "0.1", "10", "10", "0", "0.1")]
    [DataRow("0.2", "0.1", "0", "10", "0", "0.2")]
    [DataRow("0.2", "0.1", "10", "0", "0", "0.2")]
    [DataRow("0.2", "0", "10", "10", "5", "0.1")]
    [DataRow("1000", "0", "1000000000", "1000000000", "500000000", "500")]
    public void CurvesIntersect(string retail, string cost, string demand, string supply, string energy, string price)
    {
        CurveIntersection intersection =
            CurveIntersection.Of((int)Millionths(retail), (int)Millionths(cost), Millionths(demand), Millionths(supply));

        Assert.AreEqual(new CurveIntersection(Millionths(energy), (int)Millionths(price)), intersection);
    }

    [TestMethod]
    [DataRow("0.2", "0.1", false, "0")]
    [DataRow("0.1", "0.1", false, "0")]
    [DataRow("0.099999", "0.1", true, "0.000002")]
    [DataRow("0.05", "0.1", true, "0.1")]
    public void LoadsAreCutBelowTheLowestCost(string retail, string lowestCost, bool isCut, string penaltyOfTwoKilowattHours)
    {
        Assert.AreEqual(isCut, DemandCut.IsDue((int)Millionths(retail), (int)Millionths(lowestCost)));
        Assert.AreEqual(Millionths(penaltyOfTwoKilowattHours), DemandCut.PenaltyMicros(Millionths("2"), (int)Millionths(retail), (int)Millionths(lowestCost)));
    }

    [TestMethod]
    public void CoinsAreRedeemedOrReturned()
    {
        Coins coins = new();
        coins.Deposit(1, 2_000_000);
        coins.Deposit(2, 1_000_000);
        coins.Deposit(1, 500_000);
        coins.Redeem(1, 1_500_000);
        coins.Redeem(2, 1_000_000);
        Assert.AreEqual(1_000_000, coins.OutstandingMilliwattHours);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => coins.Redeem(1, 1_000_001));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => coins.Redeem(3, 1));

        IReadOnlyDictionary<int, long> returned = coins.ReturnAll();

        CollectionAssert.AreEquivalent(new Dictionary<int, long> { [1] = 1_000_000 }, new Dictionary<int, long>(returned));
        Assert.AreEqual((3_500_000L, 2_500_000L, 1_000_000L), (coins.MintedMilliwattHours, coins.RedeemedMilliwattHours, coins.ReturnedMilliwattHours));
        Assert.AreEqual(0, coins.OutstandingMilliwattHours);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => coins.Redeem(1, 1));
    }

    private static long Millionths(string text) => (long)(decimal.Parse(text, CultureInfo.InvariantCulture) * 1_000_000m);
}
