// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Detection;

namespace Prosumeter.Tests.Studies.Detection;

[TestClass]
public sealed class RocCurveTests
{
    [TestMethod]
    public void TheAreaIsTheChanceThatAPositiveScoresHigher()
    {
        double[] positives = [3, 1, 2, 2, 5], negatives = [2, 0, 1, 4];
        double wins = positives.Sum(p => negatives.Sum(n => p > n ? 1 : p == n ? 0.5 : 0));
        Assert.AreEqual(wins / (positives.Length * negatives.Length), new RocCurve(positives, negatives).Area, 1e-12);
    }

    [TestMethod]
    public void EqualScoresAreFoundTogether()
    {
        RocCurve roc = new([1, 1], [1, 0]);
        Assert.AreSequenceEqual([(0.0, 0.0), (0.5, 1.0), (1.0, 1.0)], roc.Corners.ToArray());
        Assert.AreEqual(0, roc.TrueRateAt(0.49));
        Assert.AreEqual(1, roc.TrueRateAt(0.5));
    }

    [TestMethod]
    public void SeparateScoresAreFoundWithoutFalseAlarms()
    {
        RocCurve roc = new([2, 3], [0, 1]);
        Assert.AreEqual(1, roc.Area);
        Assert.AreEqual(1, roc.TrueRateAt(0));
    }

    [TestMethod]
    public void ScoresThatAreMissingAreRefused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new RocCurve([], [1]));
        Assert.ThrowsExactly<ArgumentException>(() => new RocCurve([1], [double.NaN]));
    }
}
