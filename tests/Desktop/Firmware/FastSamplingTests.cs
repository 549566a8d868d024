// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Metering;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Tests.Firmware;

/// <summary>A meter with an FRAM, which samples forty times a second.</summary>
[TestClass]
public sealed class FastSamplingTests
{
    private const string WithFram = MeterBench.Usual + "broker-host = broker.example\nfram-address = 0x50\njournal-seconds = 3600\njournal-milliwatt-hours = 1000000\n";
    private const int Watts = 3600;

    [TestMethod]
    public void EnergyIsPowerTimesTimeAndTheBeatIsKept()
    {
        using BoardBench bench = Start();
        bench.Run(10);
        int samples = bench.App.Meter.Sampler.SampleCount;
        long import = bench.App.Meter.Registers.Import.MilliwattHours;
        bench.Run(600);
        Assert.AreEqual(600 * 40, bench.App.Meter.Sampler.SampleCount - samples, 3);
        Assert.AreEqual(600_000, bench.App.Meter.Registers.Import.MilliwattHours - import, 200);
        Assert.AreEqual(0, bench.App.Meter.Faults.Present);
    }

    /// <summary>Sensors, registers and FRAM: a step allocates nothing.</summary>
    [TestMethod]
    public void AStepAllocatesNothing()
    {
        using BoardBench bench = Start();
        bench.RunUntilBefore(bench.Slot + 2, 30);
        int samples = bench.App.Meter.Sampler.SampleCount;
        long import = bench.App.Meter.Registers.Import.MilliwattHours;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            bench.Time.Spend(bench.App.Step() * 1000L);
        }

        Assert.AreEqual(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.IsGreaterThan(30, bench.App.Meter.Sampler.SampleCount - samples);
        Assert.IsGreaterThan(import, bench.App.Meter.Registers.Import.MilliwattHours);
    }

    /// <summary>
    /// A write to flash, a collection of garbage or a busy thread makes a sample late by some periods. No energy is lost to that, as none is at the default
    /// period; a pause beyond what the default period would count is cut down to it, and flagged.
    /// </summary>
    [TestMethod]
    [DataRow(15, 15, 0)]
    [DataRow(60, 60, 0)]
    [DataRow(1_900, 1_900, 0)]
    [DataRow(20_000, 2_000, FaultFlags.SamplingGap)]
    public void ASlowStepIsNoGap(int milliseconds, int countedMilliseconds, int fault)
    {
        using BoardBench bench = Start();
        bench.RunUntilBefore(bench.Slot + 2, 40);
        long import = bench.App.Meter.Registers.Import.MilliwattHours;
        bench.Board.Sleep(milliseconds);
        bench.App.Step();
        bench.Run(0.1);
        long counted = bench.App.Meter.Registers.Import.MilliwattHours - import;
        Assert.AreEqual(countedMilliseconds + 100, counted, 55, "a milliwatt-hour a millisecond, give or take two periods");
        Assert.AreEqual(fault, bench.App.Meter.Faults.Seen & FaultFlags.SamplingGap);
    }

    private static BoardBench Start()
    {
        var bench = new BoardBench(WithFram);
        bench.Chips[0].SetInputs((int)(Watts / 380.0 * 20_000), 19_000);
        bench.Board.I2c(1).Attach(0x50, new FramChip(bench.Board));
        bench.Start();
        Assert.AreEqual(25, bench.App.Meter.Configuration.Get(SettingId.SamplingPeriodMilliseconds));
        return bench;
    }
}
