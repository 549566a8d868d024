// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Tests.Scenarios.Simulation;

[TestClass]
public sealed class SimulatedBatteryTests
{
    [TestMethod]
    [DataRow(2000, 1000)]
    [DataRow(2999, 1)]
    [DataRow(-2000, 1000)]
    [DataRow(-1, 3000)]
    public void LongStepsAreAsManySeconds(int milliwatts, int watts)
    {
        SimulatedBattery longSteps = Battery(1, watts, 500), seconds = Battery(1, watts, 500);
        int power = longSteps.Limit(milliwatts);
        int step = (int)Math.Min(longSteps.SecondsAt(power), 3600);
        longSteps.Advance(power, step);
        for (int second = 0; second < step; second++)
        {
            Assert.AreEqual(power, seconds.Limit(milliwatts), $"second {second}");
            seconds.Advance(power, 1);
        }

        Assert.AreEqual(seconds.StoredMicrojoules, longSteps.StoredMicrojoules);
    }

    [TestMethod]
    public void GivesNoMoreThanItGotWhateverItIsAsked()
    {
        SplitMix64 random = new(5);
        SimulatedBattery battery = Battery(2, 3000, 400);
        long start = battery.StoredMicrojoules, charged = 0, discharged = 0;
        for (int step = 0; step < 20_000; step++)
        {
            int power = battery.Limit((long)random.Between(-4e6, 4e6));
            int seconds = (int)Math.Min(battery.SecondsAt(power), (long)random.Between(1, 900));
            battery.Advance(power, seconds);
            charged += power > 0 ? (long)power * seconds : 0;
            discharged += power < 0 ? -(long)power * seconds : 0;
            long loss = ((charged - discharged) * 1000) - (battery.StoredMicrojoules - start);
            Assert.IsTrue(loss >= 0 && battery.StoredMicrojoules >= 0 && battery.StoredMicrojoules <= battery.CapacityMicrojoules, $"step {step}: loss {loss}");
        }

        Assert.IsGreaterThan(0, discharged);
    }

    [TestMethod]
    public void SecondsToABoundAreTheFirstThatReachIt()
    {
        SimulatedBattery battery = Battery(5, 3000, 620);
        int power = battery.Limit(-3_000_000);
        int seconds = (int)battery.SecondsTo(300, power);
        SimulatedBattery before = battery;
        battery.Advance(power, seconds);
        before.Advance(power, seconds - 1);

        Assert.AreEqual(300, battery.StateOfChargePermille);
        Assert.AreEqual(301, before.StateOfChargePermille);
    }

    [TestMethod]
    public void NoStorageDoesNothing()
    {
        SimulatedBattery battery = Battery(0, 3000, 500);

        Assert.AreEqual(0, battery.Limit(1_000_000));
        Assert.AreEqual(0, battery.Limit(-1_000_000));
        Assert.AreEqual(0, battery.StateOfChargePermille);
    }

    private static SimulatedBattery Battery(int kilowattHours, int watts, int permille) => new(new HomePlan(
        new MeterSpecification
        {
            Meter = 1,
            Home = "home",
            Cluster = "street",
            StorageWattHours = kilowattHours * 1000,
            StorageWatts = watts,
            StateOfChargePermille = permille,
        },
        () => new SyntheticHomeProfile(1)));
}
