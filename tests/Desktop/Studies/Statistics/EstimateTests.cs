// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Statistics;

namespace Prosumeter.Tests.Studies.Statistics;

[TestClass]
public sealed class EstimateTests
{
    // Two-sided 95 % quantiles of Student's t, from tables.
    [TestMethod]
    [DataRow(2, 12.706, 0.001)]
    [DataRow(3, 4.303, 0.001)]
    [DataRow(4, 3.182, 0.001)]
    [DataRow(11, 2.228, 0.001)]
    [DataRow(21, 2.086, 0.001)]
    [DataRow(101, 1.984, 0.001)]
    public void TheIntervalIsStudentsT(int count, double t, double tolerance) =>
        Assert.AreEqual(t / System.Math.Sqrt(count), new Estimate(0, 1, count).HalfWidth, tolerance);

    [TestMethod]
    public void MeanAndSpreadAreThoseOfTheSample()
    {
        Estimate estimate = Estimate.Of([1, 2, 3, 4]);
        Assert.AreEqual(2.5, estimate.Mean);
        Assert.AreEqual(1.2909944487358056, estimate.Sd, 1e-12);
    }

    [TestMethod]
    public void OneSeedHasNoInterval() => Assert.AreEqual(double.PositiveInfinity, Estimate.Of([3]).HalfWidth);
}
