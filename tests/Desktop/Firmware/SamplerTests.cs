// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Metering;

namespace Prosumeter.Tests.Firmware;

/// <summary>Sampling: what reaches the registers, and what must not.</summary>
[TestClass]
public sealed class SamplerTests
{
    [TestMethod]
    public void EnergyIsPowerTimesTime()
    {
        using var bench = new MeterBench();
        bench.SetPower(1800, 3000, -1200, 50);
        bench.Run(3600);
        RegisterBank registers = bench.Meter.Registers;
        Assert.AreEqual(1_800_000, registers.Import.MilliwattHours, 2_000);
        Assert.AreEqual(3_000_000, registers.Generation.MilliwattHours, 3_000);
        Assert.AreEqual(1_200_000, registers.Discharge.MilliwattHours, 2_000);
        Assert.AreEqual(0, registers.Export.MilliwattHours);
        Assert.AreEqual(0, registers.Charge.MilliwattHours);
        Assert.AreEqual(500, bench.Meter.Sampler.StateOfChargePermille, 2);
    }

    /// <summary>A whole sampling step, three sensors with their I2C transfers included, allocates nothing.</summary>
    [TestMethod]
    public void AStepAllocatesNothing()
    {
        using var bench = new MeterBench();
        bench.SetPower(50, 10, 30, 60);
        bench.RunUntilBefore(bench.Slot + 2, 40);
        int samples = bench.Meter.Sampler.SampleCount;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 10; i++)
        {
            bench.Time.Spend(bench.App.Step() * 1000L);
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.AreEqual(10, bench.Meter.Sampler.SampleCount - samples);
        Assert.AreEqual(0, allocated);
    }

    /// <summary>A slot with bid, report and readings stays within what a 100 KB heap can collect at leisure.</summary>
    [TestMethod]
    public void ASlotAllocatesLittle()
    {
        using var bench = new MeterBench(MeterBench.Usual + "reading-period-seconds = 0\n");
        bench.SetPower(0, 2000, 0, 95);
        bench.HasLink = true;
        bench.Run(5);
        for (int i = 1; i <= 3; i++)
        {
            bench.TellPrice(bench.Slot + 1);
            bench.RunUntilBefore(bench.Slot + 1, -1);
        }

        bench.TellPrice(bench.Slot + 1);
        bench.Link.Acknowledges = false;
        long published = bench.Link.Published.Sum(m => (long)m.Payload.Length);
        long before = GC.GetAllocatedBytesForCurrentThread();
        bench.RunUntilBefore(bench.Slot + 1, -1);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.AreEqual(4, bench.Link.Sent<Bid>().Count(bid => !bid.IsReplay));
        Assert.IsGreaterThan(published, bench.Link.Published.Sum(m => (long)m.Payload.Length));

        // On .NET an object is twice as large as on the board, and the virtual flash and the test's link have a share.
        Assert.IsLessThan(8192, allocated);
    }

    [TestMethod]
    [TestCategory("P-17")]
    public void ASensorThatFailsCountsAsNothingAndIsFlagged()
    {
        using var bench = new MeterBench();
        bench.SetPower(1000, 1000, 0, 50);
        bench.Run(100);
        long import = bench.Meter.Registers.Import.MilliwattHours;
        long generation = bench.Meter.Registers.Generation.MilliwattHours;
        bench.Board.I2c(1).Detach(0x40);
        bench.Run(100);
        Assert.AreEqual(import, bench.Meter.Registers.Import.MilliwattHours, 300);
        Assert.AreEqual(generation * 2, bench.Meter.Registers.Generation.MilliwattHours, 600);
        Assert.AreEqual(SensorStatus.NotAcknowledged, bench.Meter.Sampler.StatusOf(SensorRole.Grid));
        Assert.AreEqual(FaultFlags.GridSensor, bench.Meter.Faults.Present);
        Assert.AreEqual(FaultFlags.GridSensor, bench.Link.Sent<StateMessage>()[^1].Faults, "told at once");
        bench.Board.I2c(1).Attach(0x40, bench.Chips[0]);
        bench.Run(100);
        Assert.AreEqual(import * 2, bench.Meter.Registers.Import.MilliwattHours, 900);
        Assert.AreEqual(0, bench.Meter.Faults.Present);
    }

    /// <summary>A stuck bus blocks for a second: one try a sample, whatever the number of sensors.</summary>
    [TestMethod]
    [TestCategory("P-17")]
    public void AStuckBusIsTriedOnceASample()
    {
        using var bench = new MeterBench();
        bench.Run(10);
        bench.Board.I2c(1).IsStuck = true;
        long transfers = bench.Board.I2c(1).TransferCount;
        int samples = bench.Meter.Sampler.SampleCount;
        bench.Run(60);
        Assert.AreEqual(bench.Meter.Sampler.SampleCount - samples, bench.Board.I2c(1).TransferCount - transfers);
        Assert.AreEqual(
            FaultFlags.GridSensor | FaultFlags.GenerationSensor | FaultFlags.StorageSensor | FaultFlags.StorageGauge,
            bench.Meter.Faults.Present);
    }

    /// <summary>Of a pause only two periods are counted, and the slot report says that something is missing.</summary>
    [TestMethod]
    [TestCategory("P-17")]
    public void APauseIsNotFilledWithGuesses()
    {
        using var bench = new MeterBench();
        bench.SetPower(3600, 0, 0, 50);
        bench.RunUntilBefore(bench.Slot + 1, 40);
        long import = bench.Meter.Registers.Import.MilliwattHours;
        bench.Time.Spend(20_000_000);
        bench.App.Step();
        Assert.AreEqual(2000, bench.Meter.Registers.Import.MilliwattHours - import, 20);
        bench.RunUntilBefore(bench.Slot + 1, -2);
        Assert.AreEqual(FaultFlags.SamplingGap, bench.Link.Sent<SlotReport>()[^1].Faults);
    }

    [TestMethod]
    [TestCategory("P-13")]
    [TestCategory("P-17")]
    public void WithoutTheTimeOfDayItMetersButDoesNotTrade()
    {
        using var bench = new MeterBench();
        bench.SetPower(3600, 0, 0, 50);
        bench.Board.Clock.Set(0);
        bench.Board.Wifi.Network.HasTimeServer = false;
        bench.Run(200);
        Assert.AreEqual(200_000, bench.Meter.Registers.Import.MilliwattHours, 2_000);
        Assert.IsEmpty(bench.Link.Sent<SlotReport>());
        Assert.IsTrue(bench.Link.Sent<Reading>()[^1].IsUnsynchronised);
        Assert.AreEqual(FaultFlags.Clock, bench.Link.Sent<StateMessage>()[^1].Faults);
        bench.Board.Clock.Set(bench.Time.UtcMicroseconds);
        bench.Run(130);
        Assert.HasCount(2, bench.Link.Sent<SlotReport>());
        Assert.IsFalse(bench.Link.Sent<Reading>()[^1].IsUnsynchronised);
    }
}
