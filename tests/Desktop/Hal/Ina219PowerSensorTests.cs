// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.I2c;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Hal;

namespace Prosumeter.Tests.Hal;

/// <summary>The INA219 adapter against the register model of the chip.</summary>
[TestClass]
public sealed class Ina219PowerSensorTests
{
    private const int ShuntMicroohms = 100_000;

    // The chip's own steps: 4 mV on the bus, 10 uV over the shunt, which is 0.1 mA through 0.1 ohm.
    private const double BusStepVolts = 0.004;
    private const double CurrentStepAmperes = 0.0001;

    // What a board with an FRAM samples with.
    private const int ShortPeriod = 25;

    // Averages of 128 and of 32 shunt samples.
    private const int UsualConfiguration = 0x39FF;
    private const int ShortConfiguration = 0x39EF;

    /// <summary>The whole range in both directions: never further off than the chip's last bits of voltage and current allow.</summary>
    [TestMethod]
    [DataRow(1000)]
    [DataRow(ShortPeriod)]
    public void PowerIsWithinOneStepOfTheChipFromMinusToPlus32TenthsOfAnAmpere(int periodMilliseconds)
    {
        using var bench = new Ina219Bench(periodMilliseconds: periodMilliseconds);
        double worst = 0;
        for (int milliamperes = -3199; milliamperes <= 3199; milliamperes += 79)
        {
            for (int millivolts = 0; millivolts <= 26_000; millivolts += 325)
            {
                bench.Set(milliamperes * ShuntMicroohms / 1000, millivolts);
                Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
                double expected = milliamperes * (double)millivolts / 1000;
                double allowed = (1000 * BusStepVolts * Math.Abs(milliamperes) / 1000) + (CurrentStepAmperes * millivolts) + 1;
                Assert.AreEqual(expected, bench.Sensor.PowerMilliwatts, allowed, $"{milliamperes} mA, {millivolts} mV");
                Assert.AreEqual(millivolts, bench.Sensor.VoltageMillivolts, 4);
                Assert.AreEqual(milliamperes, bench.Sensor.CurrentMilliamperes, 1);
                worst = Math.Max(worst, Math.Abs(expected - bench.Sensor.PowerMilliwatts));
            }
        }

        Assert.IsLessThan(14.0, worst);
    }

    /// <summary>On inputs the converters hit exactly there is nothing left to be off by but the rounding to 1 mW.</summary>
    [TestMethod]
    [DataRow(319_990, 26_000)]
    [DataRow(-319_990, 26_000)]
    [DataRow(12_340, 16_384)]
    [DataRow(-12_340, 16_384)]
    [DataRow(-10, 31_996)]
    [DataRow(10, 4)]
    public void PowerIsTheProductOfTheRegisters(int shuntMicrovolts, int busMillivolts)
    {
        using var bench = new Ina219Bench();
        bench.Set(shuntMicrovolts, busMillivolts);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        double milliwatts = (double)shuntMicrovolts * busMillivolts / ShuntMicroohms;
        Assert.AreEqual(milliwatts, bench.Sensor.PowerMilliwatts, 0.501);
        Assert.AreEqual(busMillivolts, bench.Sensor.VoltageMillivolts);
    }

    /// <summary>A 380 V DC bus through a divider of 20:1, and a shunt of 20 milliohm.</summary>
    [TestMethod]
    public void DividerAndShuntScale()
    {
        using var bench = new Ina219Bench(shuntMicroohms: 20_000, busDividerPermille: 20_000);
        bench.Set(200_000, 19_000);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        Assert.AreEqual(380_000, bench.Sensor.VoltageMillivolts);
        Assert.AreEqual(10_000, bench.Sensor.CurrentMilliamperes);
        Assert.AreEqual(3_800_000, bench.Sensor.PowerMilliwatts);
    }

    [TestMethod]
    public void InvertedTurnsTheSign()
    {
        using var bench = new Ina219Bench(isInverted: true);
        bench.Set(100_000, 12_000);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        Assert.AreEqual(-12_000, bench.Sensor.PowerMilliwatts);
        Assert.AreEqual(-1000, bench.Sensor.CurrentMilliamperes);
        Assert.AreEqual(12_000, bench.Sensor.VoltageMillivolts);
    }

    [TestMethod]
    public void AMissingChipIsNotAcknowledgedAndComesBack()
    {
        using var bench = new Ina219Bench();
        bench.Board.I2c(1).Detach(0x40);
        Assert.AreEqual(SensorStatus.NotAcknowledged, bench.Sensor.Sample());
        bench.Board.I2c(1).Attach(0x40, bench.Chip);
        bench.Set(50_000, 10_000);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        Assert.AreEqual(5_000, bench.Sensor.PowerMilliwatts);
    }

    [TestMethod]
    public void AfterAFaultTheLastValidMeasurementIsKept()
    {
        using var bench = new Ina219Bench();
        bench.Set(50_000, 10_000);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        bench.Board.I2c(1).Detach(0x40);
        Assert.AreEqual(SensorStatus.NotAcknowledged, bench.Sensor.Sample());
        Assert.AreEqual(5_000, bench.Sensor.PowerMilliwatts);
    }

    /// <summary>A stuck bus costs one time-out a sample, not one a register.</summary>
    [TestMethod]
    public void AStuckBusIsToldAfterOneTransfer()
    {
        using var bench = new Ina219Bench();
        bench.Set(50_000, 10_000);
        bench.Sensor.Sample();
        bench.Board.I2c(1).IsStuck = true;
        long transfers = bench.Board.I2c(1).TransferCount;
        Assert.AreEqual(SensorStatus.BusStuck, bench.Sensor.Sample());
        Assert.AreEqual(1, bench.Board.I2c(1).TransferCount - transfers);
    }

    [TestMethod]
    [DataRow(320_000, 10_000)]
    [DataRow(-320_000, 10_000)]
    [DataRow(400_000, 10_000)]
    [DataRow(-400_000, 10_000)]
    [DataRow(1_000, 32_000)]
    public void TheEndOfAConverterIsSaturation(int shuntMicrovolts, int busMillivolts)
    {
        using var bench = new Ina219Bench();
        bench.Set(shuntMicrovolts, busMillivolts);
        Assert.AreEqual(SensorStatus.Saturated, bench.Sensor.Sample());
        bench.Set(1_000, 10_000);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
    }

    /// <summary>At the very end of +/-3.2 A the power is still right, but marked, because a clipped input gives the same code.</summary>
    [TestMethod]
    [DataRow(320_000, 26_000, 83_200)]
    [DataRow(-320_000, 26_000, -83_200)]
    public void TheEndOfTheRangeIsShown(int shuntMicrovolts, int busMillivolts, int expectedMilliwatts)
    {
        using var bench = new Ina219Bench();
        bench.Set(shuntMicrovolts, busMillivolts);
        Assert.AreEqual(SensorStatus.Saturated, bench.Sensor.Sample());
        Assert.AreEqual(expectedMilliwatts, bench.Sensor.PowerMilliwatts);
    }

    /// <summary>A chip that lost its supply is back at its power-on configuration: that sample is not used, the next one is.</summary>
    [TestMethod]
    public void AResetChipIsSeenAndSetUpAgain()
    {
        using var bench = new Ina219Bench();
        bench.Set(50_000, 10_000);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        bench.Chip.PowerCycle();
        Assert.AreEqual(SensorStatus.Misconfigured, bench.Sensor.Sample());
        bench.Set(60_000, 10_000);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        Assert.AreEqual(6_000, bench.Sensor.PowerMilliwatts);
    }

    /// <summary>The conversion-ready bit is cleared by each sample: a converter that stopped does not repeat its last value unseen.</summary>
    [TestMethod]
    [DataRow(1000, UsualConfiguration)]
    [DataRow(ShortPeriod, ShortConfiguration)]
    public void AConverterThatStoppedIsStuck(int periodMilliseconds, int configuration)
    {
        using var bench = new Ina219Bench(periodMilliseconds: periodMilliseconds);
        bench.Set(50_000, 10_000);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        bench.Board.I2c(1).Detach(0x40);
        bench.Board.I2c(1).Attach(0x40, new FrozenChip(configuration));
        long before = bench.Time.MonotonicMicroseconds;
        Assert.AreEqual(SensorStatus.Stuck, bench.Sensor.Sample());
        Assert.IsLessThan(160_000, bench.Time.MonotonicMicroseconds - before);
    }

    /// <summary>An average must be over before the next sample, also in a chip that is a tenth slower than it should be.</summary>
    [TestMethod]
    [DataRow(20, ShortConfiguration)]
    [DataRow(75, ShortConfiguration)]
    [DataRow(76, UsualConfiguration)]
    [DataRow(10_000, UsualConfiguration)]
    public void TheAveragingFitsThePeriod(int periodMilliseconds, int configuration)
    {
        using var bench = new Ina219Bench(periodMilliseconds: periodMilliseconds);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        byte[] word = new byte[2];
        using var device = I2cDevice.Create(new I2cConnectionSettings(1, 0x40));
        device.WriteRead(new byte[] { 0 }, word);
        Assert.AreEqual(configuration, (word[0] << 8) | word[1]);
    }

    /// <summary>On its beat a sample waits for nothing and shows what flowed since the one before.</summary>
    [TestMethod]
    public void ASampleOnItsBeatIsFreshAndAtOnce()
    {
        using var bench = new Ina219Bench(periodMilliseconds: ShortPeriod);
        bench.Set(10_000, 10_000);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        for (int i = 2; i < 400; i++)
        {
            bench.Chip.SetInputs(i * 500, 10_000);
            bench.Time.Spend(ShortPeriod * 1000);
            long before = bench.Time.MonotonicMicroseconds;
            Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
            Assert.AreEqual(i * 50, bench.Sensor.PowerMilliwatts);
            Assert.IsLessThan(600, bench.Time.MonotonicMicroseconds - before);
        }
    }

    /// <summary>Off its beat a sample waits rather than take a conversion twice: so many samples take so many conversions.</summary>
    [TestMethod]
    public void EachSampleIsAConversionOfItsOwn()
    {
        const int Samples = 100;
        const int CycleMicroseconds = 17_020 + 532;
        using var bench = new Ina219Bench(periodMilliseconds: ShortPeriod);
        bench.Set(10_000, 10_000);
        Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        long begin = bench.Time.MonotonicMicroseconds;
        for (int i = 0; i < Samples; i++)
        {
            Assert.AreEqual(SensorStatus.Ok, bench.Sensor.Sample());
        }

        long elapsed = bench.Time.MonotonicMicroseconds - begin;
        Assert.IsGreaterThanOrEqualTo((Samples - 1) * CycleMicroseconds, elapsed);
        Assert.IsLessThan(Samples * (CycleMicroseconds + 4_000), elapsed);
    }

    [TestMethod]
    public void ASampleAllocatesNothing()
    {
        using var bench = new Ina219Bench();
        bench.Set(50_000, 10_000);
        bench.Sensor.Sample();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            bench.Time.Spend(140_000);
            bench.Sensor.Sample();
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
