// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Tests.Firmware;

/// <summary>The power-good line and the FRAM of a whole board.</summary>
[TestClass]
public sealed class PowerFailTests
{
    private const string Usual = MeterBench.Usual + "broker-host = broker.example\njournal-seconds = 3600\njournal-milliwatt-hours = 1000000\n";

    [TestMethod]
    public void AFailingSupplySavesWhatWasCountedAndALastSample()
    {
        using BoardBench bench = Start(Usual + "power-fail-pin = 35\n");
        bench.Run(10.5);
        bench.Board.FailSupply(300);
        long before = bench.App.Meter.Registers.Import.MilliwattHours;
        bench.Run(0.25);
        long saved = bench.App.Meter.Registers.Import.MilliwattHours;
        Assert.IsGreaterThan(before + 300, saved, "the sample that had begun");
        bench.PowerCycle();
        Assert.AreEqual(saved, bench.App.Meter.Registers.Import.MilliwattHours);
    }

    [TestMethod]
    public void ALineThatStaysLowDoesNotStopTheMeter()
    {
        using BoardBench bench = Start(Usual + "power-fail-pin = 35\n");
        bench.Run(5);
        bench.Board.Gpio.Drive(35, false);
        bench.Run(60);
        long before = bench.App.Meter.Registers.Import.MilliwattHours;
        bench.Run(60);
        Assert.AreEqual(before + 60_000, bench.App.Meter.Registers.Import.MilliwattHours, 2_000);
        Assert.IsLessThan(5, bench.App.Meter.Journal.CommitCount, "saved once and not in every step");
    }

    [TestMethod]
    public void AnFramKeepsEverySample()
    {
        using BoardBench bench = Start(Usual + "fram-address = 0x50\n", hasFram: true);
        for (int i = 0; i < 5; i++)
        {
            bench.Run(7.3);
            long before = bench.App.Meter.Registers.Import.MilliwattHours;
            bench.PowerCycle();
            Assert.AreEqual(before, bench.App.Meter.Registers.Import.MilliwattHours);
        }
    }

    [TestMethod]
    [TestCategory("P-17")]
    public void AnFramThatIsGoneIsSaidAndFlashGoesOn()
    {
        using BoardBench bench = Start(Usual.Replace("journal-seconds = 3600", "journal-seconds = 30", System.StringComparison.Ordinal) + "fram-address = 0x50\n", hasFram: true);
        bench.Run(10);
        bench.Board.I2c(1).SetMissing(0x50, true);
        bench.Run(120);
        Assert.AreEqual(FaultFlags.Fram, bench.App.Meter.Faults.Present);
        Assert.AreEqual(FaultFlags.Fram, bench.Sent<StateMessage>().Last().Faults & FaultFlags.Fram);
        long before = bench.App.Meter.Registers.Import.MilliwattHours;
        bench.PowerCycle();
        Assert.AreEqual(before, bench.App.Meter.Registers.Import.MilliwattHours, 32_000);
        bench.Board.I2c(1).SetMissing(0x50, false);
        bench.Run(5);
        Assert.AreEqual(0, bench.App.Meter.Faults.Present & FaultFlags.Fram);
    }

    private static BoardBench Start(string configuration, bool hasFram = false)
    {
        var bench = new BoardBench(configuration);
        bench.Chips[0].SetInputs((int)(3600 / 380.0 * 20_000), 19_000);
        bench.Board.PowerFailPin = 35;
        if (hasFram)
        {
            bench.Board.I2c(1).Attach(0x50, new FramChip(bench.Board));
        }

        bench.Start();
        return bench;
    }
}
