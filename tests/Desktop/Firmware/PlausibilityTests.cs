// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Tests.Firmware;

/// <summary>What a faulty sensor shows is flagged in readings, state and report, and never reaches a register.</summary>
[TestClass]
public sealed class PlausibilityTests
{
    private const string Limited = MeterBench.Usual + "grid-highest-watts = 6000\n";

    [TestMethod]
    [DataRow(ChipFault.Implausible, SensorStatus.Implausible)]
    [DataRow(ChipFault.Saturated, SensorStatus.Saturated)]
    [DataRow(ChipFault.Frozen, SensorStatus.Stuck)]
    public void AFaultyConverterIsFlaggedAndNotCounted(ChipFault fault, SensorStatus status)
    {
        using var bench = new MeterBench(Limited + "reading-period-seconds = 10\n");
        bench.SetPower(3600, 0, 0, 50);
        bench.Run(30);
        long before = bench.Meter.Registers.Import.MilliwattHours;
        bench.Chips[0].Fault = fault;
        bench.Run(15);
        Assert.AreEqual(status, bench.Meter.Sampler.StatusOf(SensorRole.Grid));
        Assert.AreEqual(before, bench.Meter.Registers.Import.MilliwattHours, 1_100, "at most the sample under way");
        Reading reading = bench.Link.Sent<Reading>()[^1];
        Assert.AreEqual(FaultFlags.GridSensor, reading.Faults & FaultFlags.GridSensor);
        Assert.AreEqual(0, reading.GridMilliwatts);
        Assert.AreEqual(FaultFlags.GridSensor, bench.Link.Sent<StateMessage>()[^1].Faults & FaultFlags.GridSensor);
        bench.Chips[0].Fault = ChipFault.None;
        long after = bench.Meter.Registers.Import.MilliwattHours;
        bench.Run(40);
        Assert.AreEqual(after + 40_000, bench.Meter.Registers.Import.MilliwattHours, 2_100);
        Assert.AreEqual(FaultFlags.GridSensor, bench.Link.Sent<SlotReport>().First().Faults & FaultFlags.GridSensor);
    }

    [TestMethod]
    [DataRow(5_950, true)]
    [DataRow(6_050, false)]
    [DataRow(-5_950, true)]
    [DataRow(-6_050, false)]
    public void TheLimitHoldsBothWays(int watts, bool isPlausible)
    {
        using var bench = new MeterBench(Limited);
        bench.SetPower(watts, 0, 0, 50);
        bench.Run(5);
        Assert.AreEqual(isPlausible ? SensorStatus.Ok : SensorStatus.Implausible, bench.Meter.Sampler.StatusOf(SensorRole.Grid));
    }
}
