// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware;
using Prosumeter.Hal;
using Prosumeter.Messages;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Chips;
using Prosumeter.Simulator.Bus;
using Prosumeter.Tests.Hal;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>The firmware as a whole on a virtual board, with M2Mqtt over the in-process broker.</summary>
[TestClass]
public sealed class BoardTests
{
    private static readonly string s_price = Topics.ForMarket(BoardBench.Cluster, MessageType.Price);
    private static readonly string s_award = Topics.ForMeter(BoardBench.Cluster, BoardBench.MeterNumber, MessageType.Award);

    /// <summary>Birth, price, bid, award, set-point; supply gone and back in the middle; report; nothing lost.</summary>
    [TestMethod]
    public void ASlotWithARestartInIt()
    {
        using var bench = new BoardBench();
        bench.Chips[1].SetInputs(2000 * 20_000 / 380, 19_000);
        bench.Chips[2].SetInputs(0, (44_000 + 12_350) / 4);
        bench.Start();
        bench.Run(10);
        Assert.AreEqual(1, bench.Sent<Birth>().Single().BootCount);

        int slot = bench.Slot + 1;
        bench.Tell(s_price, new PriceMessage { Slot = slot, Sequence = 1, RetailMicrosPerKilowattHour = 300_000, GateSeconds = 20 });
        bench.RunUntilBefore(slot, 18);
        Bid bid = bench.Sent<Bid>().Single();
        Assert.AreEqual(slot, bid.Slot);
        bench.Tell(s_award, new Award { Meter = 16, Slot = slot, Sequence = 1, Side = TradeSide.Sell, EnergyMilliwattHours = 200_000 });
        bench.RunUntilBefore(slot, -5);
        Assert.IsTrue(bench.Board.Gpio.IsHigh(26), "discharge");

        long generation = bench.App.Meter.Registers.Generation.MilliwattHours;
        bench.Broker.Faults.ConnectAnswer = MqttConnectStatus.Unreachable;
        bench.Broker.DropClient(BoardBench.ClientId);
        bench.RunUntilBefore(slot + 1, -5);
        Assert.HasCount(1, bench.Sent<SlotReport>(), "the second did not get through");
        bench.Broker.Faults.ConnectAnswer = MqttConnectStatus.Accepted;
        bench.PowerCycle();
        Assert.IsGreaterThanOrEqualTo(generation, bench.App.Meter.Registers.Generation.MilliwattHours);
        bench.Run(20);
        SlotReport report = bench.Sent<SlotReport>()[1];
        Assert.AreEqual(slot, report.Slot);
        Assert.IsTrue(report.IsReplay);
        Assert.AreEqual(bench.Sent<SlotReport>()[0].Sequence + 1, report.Sequence);
        Assert.AreEqual(2, bench.Sent<Birth>()[^1].BootCount);
        Assert.AreEqual(0, bench.App.Meter.Outbox.Depth);
    }

    /// <summary>The broker is away for a while: sampling goes on without a gap, and the meter is back soon after.</summary>
    [TestMethod]
    public void ABrokerThatGoesAwayAndComesBack()
    {
        using var bench = new BoardBench(MeterBench.Usual + "broker-host = b\nreading-period-seconds = 0\n");
        bench.Start();
        bench.Run(10);
        bench.Broker.Faults.ConnectAnswer = MqttConnectStatus.Unreachable;
        bench.Broker.DropClient(BoardBench.ClientId);
        int samples = bench.App.Meter.Sampler.SampleCount;
        bench.Run(300);
        Assert.AreEqual(300, bench.App.Meter.Sampler.SampleCount - samples, 1);
        Assert.AreEqual(5, bench.App.Meter.Outbox.Depth);
        Assert.AreEqual(0, bench.App.Meter.Faults.Seen & Prosumeter.Metering.FaultFlags.SamplingGap);
        bench.Broker.Faults.ConnectAnswer = MqttConnectStatus.Accepted;
        bench.Run(20);
        Assert.HasCount(2, bench.Sent<Birth>());
        Assert.AreEqual(0, bench.App.Meter.Outbox.Depth);
        Assert.HasCount(5, bench.Sent<SlotReport>());
        Assert.IsTrue(bench.Sent<SlotReport>().All(r => r.IsReplay));
    }

    /// <summary>The broker accepts the socket and says nothing: the attempt waits half a minute, the samples do not.</summary>
    [TestMethod]
    public void ASilentBrokerDoesNotHoldUpSampling()
    {
        using var bench = new BoardBench();
        bench.Broker.Faults.ConnectAnswer = MqttConnectStatus.TimedOut;
        bench.Start();
        bench.Run(300);
        Assert.AreEqual(300, bench.App.Meter.Sampler.SampleCount, 1);
        bench.Broker.Faults.ConnectAnswer = MqttConnectStatus.Accepted;
        bench.Run(50);
        Assert.HasCount(1, bench.Sent<Birth>());
    }

    [TestMethod]
    public void WithoutWifiItMeters()
    {
        using var bench = new BoardBench();
        bench.Network.HasAccessPoint = false;
        bench.Start();
        bench.Run(200);
        Assert.AreEqual(200, bench.App.Meter.Sampler.SampleCount, 1);
        bench.Network.HasAccessPoint = true;
        bench.Run(60);
        Assert.HasCount(1, bench.Sent<Birth>());
        Assert.IsTrue(bench.App.Meter.Clock.IsSynchronised);
    }

    /// <summary>A board that was cut off is announced by its last will: the state says offline, with the boot count of the birth.</summary>
    [TestMethod]
    [TestCategory("P-18")]
    public void TheLastWillSpeaksForADeadBoard()
    {
        using var bench = new BoardBench();
        bench.Start();
        bench.Run(10);
        bench.Board.PowerOff();
        bench.Broker.DropClient(BoardBench.ClientId);
        bench.Broker.AdvanceTo((bench.Time.MonotonicMicroseconds / 1000) + 120_000);
        StateMessage state = bench.Sent<StateMessage>()[^1];
        Assert.IsFalse(state.IsOnline);
        Assert.AreEqual(bench.Sent<Birth>()[0].BootCount, state.BootCount);
    }

    [TestMethod]
    [TestCategory("P-7")]
    public void TheMirrorCarriesJson()
    {
        using var bench = new BoardBench(MeterBench.Usual + "broker-host = b\njson-mirror = on\n");
        using IMqttSession reader = bench.Broker.CreateSession();
        string text = "";
        reader.MessageReceived += message => text += Encoding.ASCII.GetString(message.Payload);
        reader.Connect(new MqttConnectOptions { ClientId = "reader" });
        reader.Subscribe(["prosumeter/v1/test/16/birth/json"], 1);
        bench.Start();
        bench.Run(10);
        StringAssert.Contains(text, "\"bootCount\":1");
    }

    [TestMethod]
    public void TheConsoleAnswersOnTheSerialLine()
    {
        using var bench = new BoardBench(MeterBench.Usual.Replace("console-tx-pin = -1", "console-tx-pin = 17", StringComparison.Ordinal));
        bench.Start();
        bench.Serial.Send("registers\r\n");
        bench.Run(2);
        StringAssert.Contains(bench.Serial.TakeText(), "1.8.0    import");
    }

    /// <summary>A sampling step of the whole firmware, three INA219 and the MQTT link included, allocates nothing.</summary>
    [TestMethod]
    public void AStepAllocatesNothing()
    {
        using var bench = new BoardBench();
        bench.Start();
        bench.RunUntilBefore(bench.Slot + 2, 40);
        int samples = bench.App.Meter.Sampler.SampleCount;
        long allocated = 0;
        for (int i = 0; i < 5; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            int wait = bench.App.Step();
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            bench.Board.Sleep(wait);
        }

        Assert.AreEqual(5, bench.App.Meter.Sampler.SampleCount - samples);
        Assert.AreEqual(0, allocated);
    }

    [TestMethod]
    public void AnAlternatingCurrentMeter()
    {
        using var bench = new BoardBench("""
            meter = 16
            cluster = test
            grid-sensor = ads1115
            grid-address = 72
            grid-inverted = on
            """);
        var chip = new Ads1115Chip(bench.Time);
        chip.Connect(0, new MainsVoltage { RmsMicrovolts = 333_333, PhaseRadians = Math.PI - 0.3 });
        chip.Connect(2, new MainsVoltage { RmsMicrovolts = 500_000 });
        bench.Board.I2c(1).Attach(72, chip);
        bench.Start();
        bench.Run(36);
        Assert.AreEqual(36, bench.App.Meter.Sampler.SampleCount, 1);
        Assert.AreEqual(2300 * Math.Cos(0.3) / 100 * 1000, bench.App.Meter.Registers.Import.MilliwattHours, 700);
        Assert.AreEqual(0, bench.App.Meter.Registers.Export.MilliwattHours);
    }

    [TestMethod]
    public void WithoutAConfigurationItStartsAndComplains()
    {
        using var bench = new BoardBench();
        bench.Board.Flash.Delete(Board.ConfigurationPath);
        bench.Start();
        bench.Run(5);
        Assert.AreEqual(1, bench.App.Meter.Complaints.TotalCount);
        Assert.AreEqual(5, bench.App.Meter.Sampler.SampleCount, 1);
    }

    /// <summary>GPIO 34 to 39 of an ESP32 are inputs only: the switch is left out, the meter meters.</summary>
    [TestMethod]
    public void APinThatCannotDoItIsLeftOutWithAComplaint()
    {
        using var bench = new BoardBench(MeterBench.Usual.Replace("load-cut-pin = 27", "load-cut-pin = 34", StringComparison.Ordinal));
        bench.Start();
        bench.Run(3);
        Assert.AreEqual("load-cut-pin", bench.App.Meter.Complaints[0].Key);
        Assert.AreEqual(SensorStatus.Ok, bench.App.Meter.Sampler.StatusOf(Prosumeter.Firmware.Configuration.SensorRole.Grid));
    }

    /// <summary>An exception that nobody expected ends in a restart that says so; a board that fails for ever ends in safe mode.</summary>
    [TestMethod]
    public void AnUnexpectedExceptionRestartsTheBoard()
    {
        using var bench = new BoardBench();
        bench.Board.I2c(1).Detach(0x40);
        bench.Board.I2c(1).Attach(0x40, new ThrowingChip());
        for (int i = 1; i <= 6; i++)
        {
            Assert.AreEqual(StopReason.Restart, bench.Board.Run(Program.Main));
            bench.Board.PowerOn();
        }

        bench.Board.I2c(1).Detach(0x40);
        bench.Start();
        Assert.AreEqual(7, bench.App.Meter.Guard.BootCount);
        Assert.AreEqual(RestartReason.Exception, bench.App.Meter.Guard.Reason);
        Assert.IsTrue(bench.App.Meter.IsSafeMode);
    }

    [TestMethod]
    public void MainRunsUntilTheSupplyGoes()
    {
        using var bench = new BoardBench();
        bench.Board.PowerOffAtMicroseconds = 100_000_000;
        Assert.AreEqual(StopReason.PowerOff, bench.Board.Run(Program.Main));
        bench.Board.PowerOffAtMicroseconds = long.MaxValue;
        bench.Board.PowerOn();
        bench.Start();
        Assert.AreEqual(2, bench.App.Meter.Guard.BootCount);
    }

    private sealed class ThrowingChip : II2cChip
    {
        public void Write(ReadOnlySpan<byte> bytes)
        {
            throw new InvalidOperationException("A bug.");
        }

        public void Read(Span<byte> bytes)
        {
        }

        public void PowerCycle()
        {
        }
    }
}
