// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Games;

namespace Prosumeter.Tests.Studies.Games;

[TestClass]
public sealed class DuopolyTests
{
    [TestMethod]
    [DataRow(120, 0.5, 10, 12, 112, 52, 38, 3136, 1352, DisplayName = "the worked example")]
    [DataRow(120, 0.5, 12, 10, 106, 57, 38.5, 2809, 1624.5, DisplayName = "dearer leader")]
    [DataRow(50, 2, 5, 8, 12, 4.5, 17, 144, 40.5, DisplayName = "steep demand")]
    [DataRow(120, 0.5, 60, 10, 10, 105, 62.5, 25, 5512.5, DisplayName = "much dearer leader")]
    [DataRow(120, 0.5, 10, 60, 120, 0, 60, 6000, 0, DisplayName = "limit quantity keeps the follower out")]
    [DataRow(120, 0.5, 10, 110, 110, 0, 65, 6050, 0, DisplayName = "monopoly, the follower is no threat")]
    [DataRow(120, 0.5, 130, 10, 0, 110, 65, 0, 6050, DisplayName = "the leader cannot sell")]
    public void StackelbergFollowsTheClosedForm(
        double a, double b, double ca, double cb, double qa, double qb, double price, double profitA, double profitB)
    {
        DuopolyOutcome outcome = new Duopoly(a, b, ca, cb).Stackelberg();
        Assert.AreEqual(qa, outcome.QuantityA, 1e-9);
        Assert.AreEqual(qb, outcome.QuantityB, 1e-9);
        Assert.AreEqual(price, outcome.Price, 1e-9);
        Assert.AreEqual(profitA, outcome.ProfitA, 1e-9);
        Assert.AreEqual(profitB, outcome.ProfitB, 1e-9);
    }

    [TestMethod]
    public void NoOtherQuantityPaysTheLeaderMore()
    {
        for (int ca = 0; ca <= 120; ca += 7)
        {
            for (int cb = 0; cb <= 120; cb += 7)
            {
                var duopoly = new Duopoly(120, 0.5, ca, cb);
                Assert.AreEqual(BestByTrying(duopoly), duopoly.Stackelberg().ProfitA, 1.0, $"c_a {ca}, c_b {cb}");
                Assert.IsTrue(duopoly.Stackelberg().ProfitA >= BestByTrying(duopoly) - 1e-9, $"c_a {ca}, c_b {cb}");
            }
        }
    }

    [TestMethod]
    public void CournotIsAMutualBestAnswer()
    {
        for (int ca = 0; ca <= 110; ca += 11)
        {
            for (int cb = 0; cb <= 110; cb += 11)
            {
                DuopolyOutcome outcome = new Duopoly(120, 0.5, ca, cb).Cournot();
                Assert.AreEqual(new Duopoly(120, 0.5, ca, cb).FollowerQuantity(outcome.QuantityA), outcome.QuantityB, 1e-9);
                Assert.AreEqual(new Duopoly(120, 0.5, cb, ca).FollowerQuantity(outcome.QuantityB), outcome.QuantityA, 1e-9);
            }
        }
    }

    [TestMethod]
    [DataRow(0, 1, 1, 1, "intercept")]
    [DataRow(1, 0, 1, 1, "slope")]
    [DataRow(1, 1, -1, 1, "c_a")]
    [DataRow(1, 1, 1, double.NaN, "c_b")]
    public void BadNumbersAreNamed(double a, double b, double ca, double cb, string word) =>
        StringAssert.Contains(new Duopoly(a, b, ca, cb).Check(), word);

    private static double BestByTrying(Duopoly duopoly)
    {
        double best = 0;
        for (double q = 0; q <= 240; q += 0.05)
        {
            double price = duopoly.Intercept - (duopoly.Slope * (q + duopoly.FollowerQuantity(q)));
            best = Math.Max(best, (price - duopoly.CostA) * q);
        }

        return best;
    }
}
