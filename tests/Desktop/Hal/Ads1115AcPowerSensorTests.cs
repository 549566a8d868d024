// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Globalization;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Hal;

namespace Prosumeter.Tests.Hal;

/// <summary>The ADS1115 adapter against the register model of the chip: real power in one multiplexed converter.</summary>
[TestClass]
public sealed class Ads1115AcPowerSensorTests
{
    private const double Volts = 230;
    private const double Amperes = 10;
    private const double ApparentWatts = Volts * Amperes;

    /// <summary>Whatever the power factor, the direction, the mains frequency, the offsets and the instant: within 0.1 % of the apparent power.</summary>
    [TestMethod]
    [DataRow(49.5)]
    [DataRow(50.0)]
    [DataRow(50.2)]
    [DataRow(60.0)]
    public void PowerIsWithinOneThousandthOfTheApparentPower(double hertz)
    {
        foreach (double degrees in new double[] { 0, 30, 60, 85, 90, 120, 180, 270, 330 })
        {
            foreach (double offset in new double[] { 0, 30_000, -50_000 })
            {
                using var bench = new Ads1115Bench();
                bench.Voltage.Hertz = bench.Current.Hertz = hertz;
                bench.Voltage.OffsetMicrovolts = offset;
                bench.Current.OffsetMicrovolts = -offset;
                bench.Set(Volts, Amperes, degrees * Math.PI / 180);
                CheckAtSeveralInstants(bench, ApparentWatts * Math.Cos(degrees * Math.PI / 180), 0.001);
            }
        }
    }

    [TestMethod]
    [DataRow(0.05)]
    [DataRow(0.5)]
    [DataRow(25.0)]
    public void SmallAndLargeCurrents(double amperes)
    {
        using var bench = new Ads1115Bench();
        bench.Set(Volts, amperes, 0.5);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());

        // A step of the converter is 62.5 uV: 1.9 mA.
        Assert.AreEqual(Volts * amperes * Math.Cos(0.5), bench.Sensor.PowerMilliwatts / 1000.0, (0.001 * Volts * amperes) + 0.25);
    }

    /// <summary>A rectifier's current: its third harmonic carries no power against a sine of voltage.</summary>
    [TestMethod]
    public void HarmonicsOfTheCurrentCarryNoPower()
    {
        using var bench = new Ads1115Bench();
        bench.Current.ThirdHarmonic = 0.3;
        bench.Set(Volts, Amperes, 0);
        CheckAtSeveralInstants(bench, ApparentWatts, 0.005);
    }

    [TestMethod]
    public void NoiseAveragesOut()
    {
        using var bench = new Ads1115Bench();
        bench.Voltage.NoiseMicrovolts = bench.Current.NoiseMicrovolts = 2_000;
        bench.Set(Volts, Amperes, 1);
        CheckAtSeveralInstants(bench, ApparentWatts * Math.Cos(1), 0.003);
    }

    /// <summary>A clamp that leads by 2.5 degrees (139 us at 50 Hz) is wrong by 2.5 degrees near quarter phase; the correction takes it out.</summary>
    [TestMethod]
    public void TheCorrectionTakesTheLeadOfTheClampOut()
    {
        const double LeadRadians = 2 * Math.PI * 50 * 139e-6;
        const double Lag = 1.4;
        using var corrected = new Ads1115Bench(phaseMicroseconds: 139);
        corrected.Set(Volts, Amperes, Lag - LeadRadians);
        CheckAtSeveralInstants(corrected, ApparentWatts * Math.Cos(Lag), 0.001);

        using var bare = new Ads1115Bench();
        bare.Set(Volts, Amperes, Lag - LeadRadians);
        bare.Sensor.Sample();
        Assert.IsGreaterThan(0.04 * ApparentWatts, Math.Abs((bare.Sensor.PowerMilliwatts / 1000.0) - (ApparentWatts * Math.Cos(Lag))));
    }

    [TestMethod]
    public void AClampTurnedRoundTurnsTheSign()
    {
        using var bench = new Ads1115Bench(milliamperesPerVolt: -Ads1115Bench.MilliamperesPerVolt);
        bench.Set(Volts, Amperes, 0);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        Assert.AreEqual(-ApparentWatts, bench.Sensor.PowerMilliwatts / 1000.0, 0.001 * ApparentWatts);
        Assert.AreEqual(Amperes, bench.Sensor.CurrentMilliamperes / 1000.0, 0.01);
    }

    [TestMethod]
    public void WithoutMainsThereIsNoPower()
    {
        using var bench = new Ads1115Bench();
        bench.Set(0, 0, 0);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        Assert.AreEqual(0, bench.Sensor.PowerMilliwatts);
        Assert.AreEqual(0, bench.Sensor.VoltageMillivolts);
    }

    [TestMethod]
    public void ClippingIsSaturation()
    {
        using var bench = new Ads1115Bench();
        bench.Set(Volts, 50, 0);
        Assert.AreEqual(SensorStatus.Saturated, bench.Sensor.Sample());
        bench.Set(Volts, Amperes, 0);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
    }

    [TestMethod]
    public void AConverterThatRepeatsOneCodeIsStuck()
    {
        using var bench = new Ads1115Bench();
        bench.Set(0, 0, 0);
        bench.Voltage.OffsetMicrovolts = 900_000;
        Assert.AreEqual(SensorStatus.Stuck, bench.Sensor.Sample());
    }

    [TestMethod]
    public void AConversionThatNeverEndsIsStuck()
    {
        using var bench = new Ads1115Bench();
        bench.Set(Volts, Amperes, 0);
        bench.Sensor.Sample();
        bench.Board.I2c(1).Detach(0x48);
        bench.Board.I2c(1).Attach(0x48, new EchoChip());
        Assert.AreEqual(SensorStatus.Stuck, bench.Sensor.Sample());
    }

    [TestMethod]
    public void AMissingChipIsNotAcknowledgedAndComesBack()
    {
        using var bench = new Ads1115Bench();
        bench.Set(Volts, Amperes, 0);
        bench.Board.I2c(1).Detach(0x48);
        Assert.AreEqual(SensorStatus.NotAcknowledged, bench.Sensor.Sample());
        bench.Board.I2c(1).Attach(0x48, bench.Chip);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
    }

    /// <summary>The binding polls thousands of times and each time-out takes a second: it must not be asked on a stuck bus.</summary>
    [TestMethod]
    public void AStuckBusIsToldAfterOneTransfer()
    {
        using var bench = new Ads1115Bench();
        bench.Board.I2c(1).IsStuck = true;
        Assert.AreEqual(SensorStatus.BusStuck, bench.Sensor.Sample());
        Assert.AreEqual(1, bench.Board.I2c(1).TransferCount);
    }

    [TestMethod]
    public void ASampleAllocatesNothing()
    {
        using var bench = new Ads1115Bench();
        bench.Set(Volts, Amperes, 0);
        bench.Sensor.Sample();
        long before = GC.GetAllocatedBytesForCurrentThread();
        bench.Sensor.Sample();
        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void CheckAtSeveralInstants(Ads1115Bench bench, double watts, double share)
    {
        for (int i = 0; i < 8; i++)
        {
            bench.Time.Spend(7_919 * i);
            Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
            string where = string.Create(CultureInfo.InvariantCulture, $"instant {i}, expected {watts} W");
            Assert.AreEqual(watts, bench.Sensor.PowerMilliwatts / 1000.0, share * ApparentWatts, where);
            Assert.AreEqual(Volts, bench.Sensor.VoltageMillivolts / 1000.0, 0.002 * Volts, where);
        }
    }
}
