// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.RepeatedGames;

namespace Prosumeter.Tests.Studies.RepeatedGames;

[TestClass]
public sealed class RepeatedGameTests
{
    [TestMethod]
    public void TheNextIntervalFollowsTheVectors()
    {
        foreach (JsonElement vector in StudyVectors.PriceLawAndQ.GetProperty("eq4").EnumerateArray())
        {
            double Number(string name) => vector.GetProperty(name).GetDouble();
            double Next(StoringChange storing) => new RepeatedGame(Number("sp"), Storing: storing).NextDemand(Number("d1"), Number("s"), Number("ds"));
            Assert.AreEqual(Number("d1_new"), Next(StoringChange.WithDemand), 1e-9);
            Assert.AreEqual(Number("d1_new_if_da_minus"), Next(StoringChange.AgainstDemand), 1e-9);
        }
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(0.3)]
    [DataRow(0)]
    public void EveryRoundCostsTheSame(double storageLoss)
    {
        RepeatedGame game = new(0.15, storageLoss);
        IReadOnlyList<Round> rounds = game.Rounds(1, 0.2, 1.25, 12);
        Assert.IsTrue(rounds.All(r => Math.Abs(r.Loss - game.Loss(1, 0.2, 1)) < 1e-12));
        Assert.IsTrue(rounds.All(r => r.StoredKwh == r.DemandKwh));
        Assert.IsTrue(rounds.Zip(rounds.Skip(1)).All(pair => pair.Second.DemandKwh < pair.First.DemandKwh));
    }

    [TestMethod]
    public void StoringMoreCostsTheSameToo()
    {
        // d falls by 0.5, a rises by 0.5: 0.5 * 0.25 + 1.5 * 0.15 = 1 * 0.2 + 1 * 0.15.
        RepeatedGame game = new(0.15, Storing: StoringChange.AgainstDemand);
        Round second = game.Rounds(1, 0.2, 1.25, 2)[1];
        Assert.AreEqual(0.5, second.DemandKwh, 1e-12);
        Assert.AreEqual(1.5, second.StoredKwh, 1e-12);
        Assert.AreEqual(game.Loss(1, 0.2, 1), second.Loss, 1e-12);
    }

    [TestMethod]
    public void ABetterBatteryShortensTheIntervalFaster() =>
        Assert.IsLessThan(new RepeatedGame(0.15, 1).NextDemand(1, 0.2, 0.1), new RepeatedGame(0.15, 0.1).NextDemand(1, 0.2, 0.1));

    [TestMethod]
    public void NonsenseIsRefused()
    {
        RepeatedGame game = new(0.15);
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => game.NextDemand(-1, 0.2, 0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => game.NextDemand(1, 0, 0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => game.NextDemand(1, 0.2, double.NaN));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new RepeatedGame(-1).NextDemand(1, 0.2, 0.1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new RepeatedGame(0.1, 2).NextDemand(1, 0.2, 0.1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => game.Rounds(1, 0.2, 0.9, 3));
    }
}
