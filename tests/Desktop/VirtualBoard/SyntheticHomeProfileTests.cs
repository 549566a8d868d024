// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Home;

namespace Prosumeter.Tests.Boards;

/// <summary>The made-up home: plausible, and the same everywhere.</summary>
[TestClass]
public sealed class SyntheticHomeProfileTests
{
    private const long Midnight = 1_781_308_800;

    [TestMethod]
    public void TheSameSecondAlwaysGivesTheSamePower()
    {
        var profile = new SyntheticHomeProfile(7);
        HomePower noon = profile.At(Midnight + 43_200);
        profile.At(Midnight + 86_400 * 3);
        Assert.AreEqual(noon, profile.At(Midnight + 43_200));
        Assert.AreEqual(noon, new SyntheticHomeProfile(7).At(Midnight + 43_200));
        Assert.AreNotEqual(noon, new SyntheticHomeProfile(8).At(Midnight + 43_200));
        Assert.AreEqual(profile.At(-1), profile.At(-1), "before 1970 as well");
    }

    [TestMethod]
    public void SeedOneIsThisDayOnEveryMachine()
    {
        var profile = new SyntheticHomeProfile(1);
        double load = 0;
        double generation = 0;
        for (int minute = 0; minute < 1_440; minute++)
        {
            HomePower power = profile.At(Midnight + (minute * 60));
            load += power.LoadWatts / 60_000;
            generation += power.GenerationWatts / 60_000;
        }

        Assert.AreEqual(LoadOfSeedOne, load, 1e-9);
        Assert.AreEqual(GenerationOfSeedOne, generation, 1e-9);
    }

    [TestMethod]
    public void AHundredDaysLookLikeAHome()
    {
        var profile = new SyntheticHomeProfile(3);
        double clearest = 0;
        double darkest = double.MaxValue;
        double evening = 0;
        double night = 0;
        for (int day = 0; day < 100; day++)
        {
            double generation = 0;
            for (int minute = 0; minute < 1_440; minute++)
            {
                HomePower power = profile.At(Midnight + (day * 86_400L) + (minute * 60));
                Assert.IsTrue(power.LoadWatts is > 50 and < 15_000, $"{power.LoadWatts} W");
                Assert.IsTrue(power.GenerationWatts is >= 0 and <= 4_000, $"{power.GenerationWatts} W");
                Assert.IsTrue(power.GenerationWatts == 0 || minute is > 360 and < 1_200, "no sun at night");
                generation += power.GenerationWatts / 60_000;
                evening += minute is >= 1_080 and < 1_260 ? power.LoadWatts : 0;
                night += minute is >= 60 and < 240 ? power.LoadWatts : 0;
            }

            clearest = System.Math.Max(clearest, generation);
            darkest = System.Math.Min(darkest, generation);
        }

        Assert.IsTrue(clearest is > 30 and < 36, $"{clearest} kWh of 35.7 kWh under a clear sky");
        Assert.IsTrue(darkest < 22, $"{darkest} kWh");
        Assert.IsTrue(evening > 3 * night);
    }

    [TestMethod]
    public void AHomeWithoutPanelsGeneratesNothing()
    {
        Assert.AreEqual(0.0, new SyntheticHomeProfile(1, peakGenerationWatts: 0).At(Midnight + 43_200).GenerationWatts);
    }

    private const double LoadOfSeedOne = 14.406628445856281;
    private const double GenerationOfSeedOne = 29.4821529206226;
}
