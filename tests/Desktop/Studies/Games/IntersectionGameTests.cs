// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Games;

namespace Prosumeter.Tests.Studies.Games;

[TestClass]
public sealed class IntersectionGameTests
{
    private static readonly BimatrixGame s_game = IntersectionGame.Create();

    [TestMethod]
    public void PureEquilibriaAreThoseInWhichOneYields() =>
        CollectionAssert.AreEquivalent(new[] { (0, 1), (1, 0) }, s_game.PureEquilibria().ToArray());

    [TestMethod]
    public void MixedEquilibriumGoesThreeTimesInSeven()
    {
        MixedEquilibrium? mixed = s_game.StrictlyMixedEquilibrium();
        Assert.IsNotNull(mixed);
        Assert.AreEqual(3.0 / 7, mixed.RowFirst, 1e-12);
        Assert.AreEqual(3.0 / 7, mixed.ColumnFirst, 1e-12);
        Assert.AreEqual(-11.0 / 7, mixed.RowPayoff, 1e-12);
        Assert.AreEqual(-11.0 / 7, mixed.ColumnPayoff, 1e-12);
    }

    [TestMethod]
    public void OnlyTheMixtureIsEvolutionarilyStable()
    {
        Assert.IsTrue(s_game.IsEvolutionarilyStable(3.0 / 7));
        Assert.IsFalse(s_game.IsEvolutionarilyStable(0.5));
    }

    [TestMethod]
    public void TrafficLightIsACorrelatedEquilibriumAndACoinIsNot()
    {
        Assert.IsTrue(s_game.IsCorrelatedEquilibrium(IntersectionGame.TrafficLight()));
        Assert.IsFalse(s_game.IsCorrelatedEquilibrium(new[,] { { 0.25, 0.25 }, { 0.25, 0.25 } }));
    }

    [TestMethod]
    public void DominatedActionLeavesNoMixture()
    {
        var dilemma = new BimatrixGame(new double[,] { { 3, 0 }, { 5, 1 } }, new double[,] { { 3, 5 }, { 0, 1 } });
        Assert.IsNull(dilemma.StrictlyMixedEquilibrium());
        CollectionAssert.AreEqual(new[] { (1, 1) }, dilemma.PureEquilibria().ToArray());
    }
}
