// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Chips;
using Prosumeter.Simulator.Boards.Faults;
using Prosumeter.Simulator.Boards.Network;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Boards.Faults;

/// <summary>Each switch is felt on the board while its fault lasts, and no longer.</summary>
[TestClass]
public sealed class FaultInjectorTests
{
    private static readonly Dictionary<string, Func<VirtualBoard, bool>> s_felt = new()
    {
        ["wifi-lost"] = board => !board.Wifi.Network.HasAccessPoint,
        ["dhcp-dead"] = board => !board.Wifi.Network.HasAddresses,
        ["internet-dead"] = board => !board.Wifi.Network.HasInternet,
        ["dns-dead"] = board => !board.Wifi.Network.HasNames,
        ["broker-down"] = board => board.Wifi.Network.BrokerAnswer == MqttConnectStatus.Unreachable,
        ["broker-refusing"] = board => board.Wifi.Network.BrokerAnswer == MqttConnectStatus.ServerUnavailable,
        ["broker-silent"] = board => board.Wifi.Network.BrokerAnswer == MqttConnectStatus.TimedOut,
        ["cut-in-message"] = board => board.MqttFaults.NextCut == MessageCut.InMessage,
        ["cut-before-ack"] = board => board.MqttFaults.NextCut == MessageCut.BeforeAcknowledgement,
        ["handler-exception"] = board => board.MqttFaults.FailsNextEvent,
        ["close-hangs"] = board => board.MqttFaults.HangsOnClose,
        ["connect-hangs"] = board => board.MqttFaults.HangsOnConnect,
        ["sntp-dead"] = board => !board.Wifi.Network.HasTimeServer,
        ["clock-step"] = board => board.Clock.UtcMicroseconds - board.Time.UtcMicroseconds == 77_000_000,
        ["i2c-stuck"] = board => board.I2c(1).IsStuck,
        ["i2c-nack"] = board => !Answers(board),
        ["sensor-frozen"] = board => Chip(board).Fault == ChipFault.Frozen,
        ["sensor-saturated"] = board => Chip(board).Fault == ChipFault.Saturated,
        ["sensor-implausible"] = board => Chip(board).Fault == ChipFault.Implausible,
        ["flash-refuses"] = board => !Writes(board),
        ["power-cut"] = board => board.StopReason == StopReason.PowerCut,
        ["power-fail"] = board => !board.Gpio.IsHigh(35),
        ["flash-cut"] = board => board.Flash.PowerCut is not null,
    };

    public static IEnumerable<string> Names => FaultSwitches.All.Select(one => one.Name);

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void IsFeltWhileItLasts(string name)
    {
        using TestBoard bench = new();
        bench.Board.I2c(1).Attach(0x40, new Ina219Chip(bench.Time));
        bench.Board.PowerFailPin = 35;
        bench.Board.Clock.Set(bench.Time.UtcMicroseconds);
        Assert.IsFalse(s_felt[name](bench.Board));
        FaultSwitch one = FaultSwitches.Find(name)!;
        string number = one.Argument is { IsRequired: true } ? "=77" : "";
        var injector = new FaultInjector(bench.Board, FaultPlan.Parse([$"{name}{number}@60s"], TestBoard.StartUtcSeconds));
        Advance(bench, injector, 59);
        Assert.IsFalse(s_felt[name](bench.Board));
        Advance(bench, injector, 60);
        Assert.IsTrue(s_felt[name](bench.Board));
        if (one.Lasts && !bench.Board.StopReason.Equals(StopReason.PowerCut) && name is not ("flash-cut" or "power-fail"))
        {
            Assert.AreEqual((TestBoard.StartUtcSeconds + 60 + one.UsualSeconds) * 1_000_000, injector.NextUtcMicroseconds);
            Advance(bench, injector, 60 + one.UsualSeconds);
            Assert.IsFalse(s_felt[name](bench.Board));
        }
    }

    [TestMethod]
    public void OverlappingFaultsOfASwitchEndWithTheLast()
    {
        using TestBoard bench = new();
        var injector = new FaultInjector(bench.Board, FaultPlan.Parse(["wifi-lost@10s+20s", "wifi-lost@15s+5s"], TestBoard.StartUtcSeconds));
        var log = new List<string>();
        injector.Switched += (fault, isOn) => log.Add($"{fault.LengthMilliseconds} {isOn}");
        Advance(bench, injector, 22);
        Assert.IsFalse(bench.Board.Wifi.Network.HasAccessPoint);
        Advance(bench, injector, 30);
        Assert.IsTrue(bench.Board.Wifi.Network.HasAccessPoint);
        CollectionAssert.AreEqual(new[] { "20000 True", "5000 True", "20000 False" }, log);
        Assert.AreEqual(long.MaxValue, injector.NextUtcMicroseconds);
    }

    private static void Advance(TestBoard bench, FaultInjector injector, int seconds)
    {
        bench.Time.AdvanceTo(seconds * 1_000_000L);
        injector.AdvanceTo(bench.Time.UtcMicroseconds);
    }

    private static RegisterChip Chip(VirtualBoard board)
    {
        return board.I2c(1).ChipsAt(0x40).OfType<RegisterChip>().Single();
    }

    private static bool Answers(VirtualBoard board)
    {
        using var device = System.Device.I2c.I2cDevice.Create(new System.Device.I2c.I2cConnectionSettings(1, 0x40));
        return device.Write(new byte[] { 0 }).Status == System.Device.I2c.I2cTransferStatus.FullTransfer;
    }

    private static bool Writes(VirtualBoard board)
    {
        try
        {
            board.Flash.Create(@"I:\x");
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}
