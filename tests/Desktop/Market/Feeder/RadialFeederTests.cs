// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

[TestClass]
public sealed class RadialFeederTests
{
    // 0 --- 1 --- 2
    //        \--- 3
    private static readonly FeederLine[] s_lines =
    [
        new FeederLine(1, 3, 0.2, 0.05, 20_000),
        new FeederLine(0, 1, 0.1, 0.04, 50_000),
        new FeederLine(1, 2, 0.3, 0.06, 20_000),
    ];

    [TestMethod]
    public void FlowsAreSumsOfTheLoadsBehindALine()
    {
        FeederState state = new RadialFeeder(s_lines).Solve([0, 1000, 5000, -2000]);
        CollectionAssert.AreEqual(new double[] { 4000, 4000, 5000, -2000 }, state.LineWatts.ToArray());
    }

    [TestMethod]
    public void SquaredVoltageFallsByTwiceResistanceTimesPower()
    {
        FeederState state = new RadialFeeder(s_lines).Solve([0, 1000, 5000, -2000]);
        Assert.AreEqual(400, state.BusVolts[0], 1e-9);
        Assert.AreEqual(Math.Sqrt(160_000 - (2 * 0.1 * 4000)), state.BusVolts[1], 1e-9);
        Assert.AreEqual(Math.Sqrt(160_000 - (2 * 0.1 * 4000) - (2 * 0.3 * 5000)), state.BusVolts[2], 1e-9);
        Assert.IsTrue(state.BusVolts[3] > state.BusVolts[1], "feed-in raises the voltage");
    }

    [TestMethod]
    public void NearTheTruthOfTheFullPowerFlow()
    {
        // One line, one load: V = (V0 + sqrt(V0^2 - 4 r P)) / 2 exactly, losses included.
        double exact = (400 + Math.Sqrt(160_000 - (4 * 0.1 * 20_000))) / 2;
        double linear = new RadialFeeder([new FeederLine(0, 1, 0.1, 0, 50_000)]).Solve([0, 20_000]).BusVolts[1];
        Assert.AreEqual(exact, linear, 0.001 * exact);
    }

    [TestMethod]
    [DataRow(0, 0, 0, null)]
    [DataRow(0, 21_000, 0, "thermal: line to bus 2 would carry 21.0 kW, limit 20.0 kW")]
    [DataRow(0, 0, -21_000, "thermal: line to bus 3 would carry 21.0 kW, limit 20.0 kW")]
    [DataRow(20_000, 16_000, 15_000, "thermal: line to bus 1 would carry 51.0 kW, limit 50.0 kW")]
    public void BrokenLimitsAreNamed(double bus1, double bus2, double bus3, string? expected) =>
        Assert.AreEqual(expected, new RadialFeeder(s_lines).FirstViolation([0, bus1, bus2, bus3])?.ToString());

    [TestMethod]
    public void VoltageBandIsKeptBothWays()
    {
        var weak = new RadialFeeder([new FeederLine(0, 1, 1.0, 0.2, 100_000)]);
        Assert.AreEqual("voltage: bus 1 would be at 358.6 V, limit 360.0 V", weak.FirstViolation([0, 15_700])?.ToString());
        Assert.AreEqual(NetworkConstraintKind.Voltage, weak.FirstViolation([0, -17_000])?.Kind);
        Assert.IsNull(weak.FirstViolation([0, 15_000]));
    }

    [TestMethod]
    public void LinesThatAreNoTreeAreRefused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new RadialFeeder([new FeederLine(0, 1, 1, 0, 1), new FeederLine(0, 1, 1, 0, 1)]));
        Assert.ThrowsExactly<ArgumentException>(() => new RadialFeeder([new FeederLine(0, 1, 1, 0, 1), new FeederLine(3, 2, 1, 0, 1)]));
        Assert.ThrowsExactly<ArgumentException>(() => new RadialFeeder([new FeederLine(0, 1, -1, 0, 1)]));
    }
}
