// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Games;

namespace Prosumeter.Tests.Studies.Games;

[TestClass]
public sealed class CoalitionGameTests
{
    // Player 0 has the left glove, players 1 and 2 a right one each; a pair is worth 1.
    private static readonly CoalitionGame s_gloves = new(3, c => (c & 1) != 0 && (c & 6) != 0 ? 1 : 0);

    [TestMethod]
    public void GloveGameHasItsKnownShapleyValue()
    {
        double[] shares = s_gloves.ShapleyValues();
        Assert.AreEqual(4.0 / 6, shares[0], 1e-12);
        Assert.AreEqual(1.0 / 6, shares[1], 1e-12);
        Assert.AreEqual(1.0 / 6, shares[2], 1e-12);
    }

    [TestMethod]
    public void CoreOfTheGloveGameGivesAllToTheScarceGlove()
    {
        Assert.AreEqual(0, s_gloves.BlockingCoalitions(new[] { 1.0, 0, 0 }).Count);
        CollectionAssert.AreEquivalent(new[] { 3, 5 }, s_gloves.BlockingCoalitions(s_gloves.ShapleyValues()).ToArray());
        Assert.IsFalse(s_gloves.IsConvex());
    }

    [TestMethod]
    public void ShapleySharesOutTheWholeWorthFairly()
    {
        var random = new Random(7);
        double[] worth = Enumerable.Range(0, 1 << 6).Select(_ => random.NextDouble()).ToArray();
        worth[0] = 0;
        var game = new CoalitionGame(6, c => worth[c]);
        Assert.AreEqual(game.GrandValue, game.ShapleyValues().Sum(), 1e-12);
        var twins = new CoalitionGame(6, c => worth[(c & 1) != 0 ? c : (c & 2) != 0 ? (c & ~2) | 1 : c]);
        Assert.AreEqual(twins.ShapleyValues()[0], twins.ShapleyValues()[1], 1e-12);
    }

    [TestMethod]
    public void TwoProsumersWithOppositePositionsShareTheSpreadEqually()
    {
        CoalitionGame game = ProsumerCoalition.Create(new[] { new[] { 2.0, -1 }, new[] { -1.5, 3 } }, 0.30, 0.10);
        Assert.AreEqual(0.20 * (1.5 + 1), game.GrandValue, 1e-12);
        Assert.AreEqual(0.25, game.ShapleyValues()[0], 1e-12);
        Assert.AreEqual(0, game.BlockingCoalitions(game.ShapleyValues()).Count);
        Assert.IsTrue(game.IsConvex());
    }

    [TestMethod]
    public void SavingsEqualSeparateBillsMinusTheCommonBill()
    {
        var random = new Random(3);
        double[][] net = Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, 96).Select(_ => random.NextDouble() - 0.5).ToArray()).ToArray();
        CoalitionGame game = ProsumerCoalition.Create(net, 0.28, 0.07);
        double separate = net.Sum(n => n.Sum(Bill));
        double common = Enumerable.Range(0, 96).Sum(t => Bill(net.Sum(n => n[t])));
        Assert.AreEqual(separate - common, game.GrandValue, 1e-9);
        static double Bill(double kilowattHours) => kilowattHours < 0 ? -kilowattHours * 0.28 : -kilowattHours * 0.07;
    }

    [TestMethod]
    public void WholesaleAboveRetailIsRefused() =>
        Assert.ThrowsExactly<ArgumentException>(() => ProsumerCoalition.Create(new[] { new[] { 1.0 } }, 0.1, 0.2));
}
