// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.I2c;
using Iot.Device.Ads1115;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Tests.Boards;

/// <summary>The manners of nanoFramework's ADS1115 binding.</summary>
[TestClass]
public sealed class Ads1115BindingTests
{
    [TestMethod]
    [DataRow(DeviceMode.PowerDown)]
    [DataRow(DeviceMode.Continuous)]
    public void ReadsVoltagesOfSeveralInputs(DeviceMode mode)
    {
        using var board = new TestBoard();
        Ads1115 binding = Attach(board, mode);
        Assert.AreEqual(1.5, binding.ReadVoltage(InputMultiplexer.AIN0).Volts, 1e-4);
        Assert.AreEqual(0.25, binding.ReadVoltage(InputMultiplexer.AIN1).Volts, 1e-4);
        Assert.AreEqual(1.25, binding.ReadVoltage(InputMultiplexer.AIN0_AIN1).Volts, 1e-4);
    }

    [TestMethod]
    public void ContinuousModeCostsTwoConversionsPerChange()
    {
        using var board = new TestBoard();
        long single = TimeOfChange(board, Attach(board, DeviceMode.PowerDown));
        using var other = new TestBoard();
        long continuous = TimeOfChange(other, Attach(other, DeviceMode.Continuous));
        Assert.AreEqual(7_813, single, 400, "one conversion and the polls around it");
        Assert.IsTrue(continuous > 2 * 7_813, $"{continuous} us");
    }

    [TestMethod]
    public void AMissingChipEndsInATimeOut()
    {
        using var board = new TestBoard();
        var device = I2cDevice.Create(new I2cConnectionSettings(1, 0x4B));
        Assert.ThrowsExactly<TimeoutException>(() => new Ads1115(device));
        Assert.IsTrue(board.Time.MonotonicMicroseconds > 10_000);
    }

    [TestMethod]
    public void DisposingItDisposesTheDevice()
    {
        using var board = new TestBoard();
        board.Board.I2c(1).Attach(0x48, new Ads1115Chip(board.Time));
        var device = I2cDevice.Create(new I2cConnectionSettings(1, 0x48));
        new Ads1115(device).Dispose();
        Assert.ThrowsExactly<ObjectDisposedException>(() => device.ReadByte());
    }

    private static Ads1115 Attach(TestBoard board, DeviceMode mode)
    {
        var chip = new Ads1115Chip(board.Time);
        chip.Connect(0, new ConstantVoltage { Microvolts = 1_500_000 });
        chip.Connect(1, new ConstantVoltage { Microvolts = 250_000 });
        board.Board.I2c(1).Attach(0x48, chip);
        return new Ads1115(I2cDevice.Create(new I2cConnectionSettings(1, 0x48)), deviceMode: mode);
    }

    private static long TimeOfChange(TestBoard board, Ads1115 binding)
    {
        long before = board.Time.MonotonicMicroseconds;
        binding.InputMultiplexer = InputMultiplexer.AIN1;
        return board.Time.MonotonicMicroseconds - before;
    }
}
