// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Console;
using Prosumeter.Tests.Hal;

namespace Prosumeter.Tests.Firmware;

/// <summary>Factors from the readings of a reference instrument.</summary>
[TestClass]
public sealed class CalibrationTests
{
    [TestMethod]
    [DataRow(20_000, 380_000L, 381_900L, 20_100)]
    [DataRow(460_000, 228_100L, 230_400L, 464_638)]
    [DataRow(1_000, 100L, 199L, 1_990)]
    [DataRow(1_000, 99L, 100L, Calibration.Impossible)]
    [DataRow(1_000, 100L, 99L, Calibration.Impossible)]
    [DataRow(1_000, 1_000L, 2_001L, Calibration.Impossible)]
    [DataRow(1_000, 2_001L, 1_000L, Calibration.Impossible)]
    [DataRow(1_000, 0L, 0L, Calibration.Impossible)]
    public void AProportionalFactor(int factor, long measured, long reference, int expected)
    {
        Assert.AreEqual(expected, Calibration.Proportional(factor, measured, reference));
    }

    /// <summary>A clamp that leads by 139 us, on a load with a lagging current: two readings of the reference find the phase, on either mains frequency.</summary>
    [TestMethod]
    [DataRow(50.0, 139, 1.3)]
    [DataRow(50.0, -90, 1.1)]
    [DataRow(60.0, 139, 1.2)]
    public void TheLeadOfAClampIsFound(double hertz, int leadMicroseconds, double lag)
    {
        const double Volts = 230;
        const double Amperes = 5;
        int phase = 0;
        for (int i = 0; i < 3; i++)
        {
            using var bench = new Ads1115Bench(phaseMicroseconds: phase);
            bench.Voltage.Hertz = bench.Current.Hertz = hertz;
            bench.Set(Volts, Amperes, lag - (2 * Math.PI * hertz * leadMicroseconds / 1e6));
            bench.Sensor.Sample();
            phase = Calibration.Phase(phase, bench.Sensor, (long)(Volts * Amperes * Math.Cos(lag) * 1000));
        }

        Assert.AreEqual(leadMicroseconds, phase, 8);
    }

    [TestMethod]
    public void APhaseIsNotToBeSeenWithoutReactivePower()
    {
        using var bench = new Ads1115Bench();
        bench.Set(230, 5, 0.1);
        bench.Sensor.Sample();
        Assert.AreEqual(Calibration.Impossible, Calibration.Phase(0, bench.Sensor, 1_150_000));
        bench.Set(230, 0, 0);
        bench.Sensor.Sample();
        Assert.AreEqual(Calibration.Impossible, Calibration.Phase(0, bench.Sensor, 0));
    }

    /// <summary>As a technician does it: reading, factor, confirmation, save; after the restart the meter shows what the instrument shows.</summary>
    [TestMethod]
    public void AVoltageAndACurrentAreCalibrated()
    {
        using var bench = new ConsoleBench();
        bench.Unlock();
        bench.Meter.SetPower(1900, 0, 0, 50);
        bench.Meter.Run(2);
        string answer = bench.Ask("calibrate voltage grid 383.8");
        StringAssert.Contains(answer, "voltage            380.000 V");
        StringAssert.Contains(answer, "grid-bus-divider-permille");
        StringAssert.Contains(answer, "from               20000");
        StringAssert.Contains(answer, "to                 20200");
        StringAssert.Contains(bench.Ask("calibrate confirm"), "Staged");
        StringAssert.Contains(bench.Ask("calibrate confirm"), "Nothing to confirm.");
        answer = bench.Ask("calibrate current grid 4.95");
        StringAssert.Contains(answer, "to                 20202");
        bench.Ask("calibrate confirm");
        StringAssert.Contains(bench.Ask("config save"), "Saved");

        DeviceConfiguration saved = ConfigurationParser.Parse(ConfigurationFile.Read(new ComplaintList()), new ComplaintList());
        Assert.AreEqual(20_200, saved.Get(SensorRole.Grid, SensorSettingId.BusDividerPermille));
        Assert.AreEqual(20_202, saved.Get(SensorRole.Grid, SensorSettingId.ShuntMicroohms));
    }

    [TestMethod]
    [DataRow("calibrate", "Usage:")]
    [DataRow("calibrate voltage", "Usage:")]
    [DataRow("calibrate voltage roof 230", "Usage:")]
    [DataRow("calibrate voltage grid 230,4", "Usage:")]
    [DataRow("calibrate weight grid 230", "Usage:")]
    [DataRow("calibrate phase grid 1000", "Usage:")]
    [DataRow("calibrate voltage grid 100", "Implausible")]
    [DataRow("calibrate voltage grid 0", "Implausible")]
    [DataRow("calibrate current grid 50", "Implausible")]
    [DataRow("calibrate current generation 1", "Implausible")]
    public void WhatCannotBeIsRefused(string line, string answer)
    {
        using var bench = new ConsoleBench();
        bench.Unlock();
        bench.Meter.SetPower(1900, 0, 0, 50);
        bench.Meter.Run(2);
        StringAssert.Contains(bench.Ask(line), answer);
        StringAssert.Contains(bench.Ask("calibrate confirm"), "Nothing to confirm.");
    }

    [TestMethod]
    public void ASensorThatMeasuresNothingIsNotCalibrated()
    {
        using var bench = new ConsoleBench();
        bench.Unlock();
        bench.Meter.Board.I2c(1).Detach(0x40);
        bench.Meter.Run(2);
        StringAssert.Contains(bench.Ask("calibrate voltage grid 380"), "This sensor measures nothing valid now.");
    }
}
