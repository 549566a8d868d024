// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Boards.Flash;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Results;

namespace Prosumeter.Tests.Scenarios.Results;

/// <summary>What faults keep out of the registers is accounted for, and nothing else is.</summary>
[TestClass]
public sealed class MeasurementWatchTests
{
    private const long StartUtcSeconds = 1_750_500_000;
    private const int Hours = 3;
    private const int SlotSeconds = 900;

    [TestMethod]
    public void WithoutFaultsAllIsMeasured()
    {
        MeasurementWatch watch = Watch(string.Empty, [], out double errorPermille);
        Assert.AreEqual(default, watch.Now.Faults);
        Assert.IsLessThan(BalanceChecks.AllowedErrorPermille, errorPermille);
        Assert.IsGreaterThan(5_000_000, watch.Now.True.SumMilliwattHours);
    }

    [TestMethod]
    public void ASensorThatIsAwayMissesItsOwnRegistersOnly()
    {
        MeasurementWatch watch = Watch(string.Empty, ["i2c-nack=0x41@1h+30m"], out double errorPermille);
        HomeEnergies missed = watch.Now.Faults.NotMeasured;
        Assert.IsLessThan(BalanceChecks.AllowedErrorPermille, errorPermille);
        Assert.IsGreaterThan(200_000, missed.GenerationMilliwattHours);
        Assert.AreEqual(missed.GenerationMilliwattHours, missed.SumMilliwattHours);
        Assert.AreEqual(default, watch.Now.Faults.NotSaved);
    }

    [TestMethod]
    public void ACutTakesWhatFlowedMeanwhileAndWhatWasNotSaved()
    {
        MeasurementWatch watch = Watch(string.Empty, ["power-cut@1h+20m"], out double errorPermille);
        Assert.IsLessThan(BalanceChecks.AllowedErrorPermille, errorPermille);
        Assert.IsGreaterThan(500_000, watch.Now.Faults.NotMeasured.SumMilliwattHours);
        Assert.IsInRange(1, 10_000, watch.Now.Faults.NotSaved.SumMilliwattHours);
    }

    [TestMethod]
    public void AFrozenConverterIsMisreadOnce()
    {
        MeasurementWatch watch = Watch(string.Empty, ["sensor-frozen@1h+10m"], out double errorPermille);
        Assert.IsLessThan(BalanceChecks.AllowedErrorPermille, errorPermille);
        Assert.IsGreaterThan(200_000, watch.Now.Faults.NotMeasured.SumMilliwattHours);
        Assert.IsLessThan(2_000, Math.Abs(watch.Now.Faults.Misread.SumMilliwattHours));
    }

    /// <summary>A firmware that takes export for import, or leaves out what its sensors saw well, is not excused, with faults or without.</summary>
    [TestMethod]
    [DataRow("grid-inverted = on")]
    [DataRow("generation-inverted = on")]
    [DataRow("generation-highest-watts = 500")]
    [DataRow("storage-shunt-microohms = 1000")]
    public void WhatTheFirmwareDoesWrongIsNoFault(string setting)
    {
        Watch(setting, ["power-cut@1h", "i2c-nack@90m", "sensor-frozen@100m", "i2c-stuck@110m"], out double errorPermille);
        Assert.IsGreaterThan(10 * BalanceChecks.AllowedErrorPermille, errorPermille);
    }

    private static MeasurementWatch Watch(string setting, string[] faults, out double errorPermille)
    {
        using VirtualMeter meter = new(Specification(), new SyntheticHomeProfile(1, 4_000), new InProcessBroker(), StartUtcSeconds, SlotSeconds);
        Configure(meter.Flash, setting);
        meter.InjectFaults(FaultPlan.Parse(faults, StartUtcSeconds));
        MeasurementWatch watch = new(meter);
        long end = (StartUtcSeconds + (Hours * 3_600)) * 1_000_000;
        while (meter.NextUtcMicroseconds < end)
        {
            meter.Run();
        }

        errorPermille = watch.Now.WorstErrorPermille(HomeEnergies.Of(meter.Firmware!.Registers));
        return watch;
    }

    // The home stays as it was wired; only what the board is told changes.
    private static void Configure(VirtualFlash flash, string setting)
    {
        string path = Prosumeter.Firmware.Board.ConfigurationPath;
        byte[] text = new byte[flash.Length(path)];
        flash.Read(path, 0, text);
        IEnumerable<string> others = Encoding.ASCII.GetString(text).Split('\n').Where(line => !line.StartsWith(setting.Split(' ')[0] + " ", StringComparison.Ordinal));
        flash.Delete(path);
        flash.Create(path);
        flash.Write(path, 0, Encoding.ASCII.GetBytes(string.Join('\n', others) + setting + "\n"));
    }

    private static MeterSpecification Specification() => new()
    {
        Meter = 1,
        Home = "bench",
        Cluster = "bench",
        PvPeakWatts = 4_000,
        StorageWattHours = 8_000,
        StorageWatts = 3_000,
    };
}
