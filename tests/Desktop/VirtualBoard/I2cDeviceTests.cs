// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Device.Gpio;
using System.Device.I2c;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.Hardware.Esp32;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Tests.Boards;

/// <summary>The manners of System.Device.I2c on an ESP32.</summary>
[TestClass]
public sealed class I2cDeviceTests
{
    [TestMethod]
    public void AMissingChipIsOnlyToldByTheStatus()
    {
        using var board = new TestBoard();
        var device = I2cDevice.Create(new I2cConnectionSettings(1, 0x41));
        byte[] buffer = [1, 2];
        I2cTransferResult result = device.WriteRead(new byte[] { 0 }, buffer);
        Assert.AreEqual(I2cTransferStatus.SlaveAddressNotAcknowledged, result.Status);
        Assert.AreEqual(0u, result.BytesTransferred);
        CollectionAssert.AreEqual(new byte[] { 1, 2 }, buffer, "the buffer keeps what it held");
    }

    [TestMethod]
    public void ACompleteTransferCountsBothDirections()
    {
        using var board = new TestBoard();
        board.Board.I2c(1).Attach(0x40, new Ina219Chip(board.Time));
        var device = I2cDevice.Create(new I2cConnectionSettings(1, 0x40));
        I2cTransferResult result = device.WriteRead(new byte[] { 0 }, new byte[2]);
        Assert.AreEqual(I2cTransferStatus.FullTransfer, result.Status);
        Assert.AreEqual(3u, result.BytesTransferred);
    }

    [TestMethod]
    public void AStuckBusBlocksForASecond()
    {
        using var board = new TestBoard();
        board.Board.I2c(1).Attach(0x40, new Ina219Chip(board.Time));
        board.Board.I2c(1).IsStuck = true;
        var device = I2cDevice.Create(new I2cConnectionSettings(1, 0x40));
        Assert.AreEqual(I2cTransferStatus.ClockStretchTimeout, device.WriteByte(0).Status);
        Assert.AreEqual(1_000_000, board.Time.MonotonicMicroseconds);

        board.Board.I2c(1).IsStuck = false;
        Assert.AreEqual(I2cTransferStatus.FullTransfer, device.WriteByte(0).Status);
    }

    [TestMethod]
    [DataRow(I2cBusSpeed.StandardMode, 190 + 280)]
    [DataRow(I2cBusSpeed.FastMode, 47 + 70)]
    public void ATransferTakesTheTimeOfItsBits(I2cBusSpeed speed, int microseconds)
    {
        using var board = new TestBoard();
        board.Board.I2c(1).Attach(0x40, new Ina219Chip(board.Time));
        var device = I2cDevice.Create(new I2cConnectionSettings(1, 0x40, speed));
        device.WriteRead(new byte[] { 0 }, new byte[2]);
        Assert.AreEqual(microseconds, board.Time.MonotonicMicroseconds, "19 bits out, 28 bits in");
    }

    [TestMethod]
    public void ADetachedChipIsGoneAndAnotherAddressStays()
    {
        using var board = new TestBoard();
        I2cBus bus = board.Board.I2c(1);
        bus.Attach(0x40, new Ina219Chip(board.Time));
        bus.Attach(0x41, new Ina219Chip(board.Time));
        bus.Detach(0x40);
        Assert.AreEqual(I2cTransferStatus.SlaveAddressNotAcknowledged, I2cDevice.Create(new I2cConnectionSettings(1, 0x40)).WriteByte(0).Status);
        Assert.AreEqual(I2cTransferStatus.FullTransfer, I2cDevice.Create(new I2cConnectionSettings(1, 0x41)).WriteByte(0).Status);
    }

    [TestMethod]
    public void TwoChipsAtOneAddressAreRefused()
    {
        using var board = new TestBoard();
        I2cBus bus = board.Board.I2c(1);
        bus.Attach(0x40, new Ina219Chip(board.Time));
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => bus.Attach(0x40, new Ina219Chip(board.Time))).Message, "0x40");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => bus.Attach(0x03, new Ina219Chip(board.Time))).Message, "0x03");
    }

    [TestMethod]
    public void TheEsp32HasTwoBusesAndTheirPinsMustBeFree()
    {
        using var board = new TestBoard();
        Assert.ThrowsExactly<ArgumentException>(() => I2cDevice.Create(new I2cConnectionSettings(3, 0x40)));
        Configuration.SetPinFunction(21, DeviceFunction.I2C1_DATA);
        new GpioController().OpenPin(21);
        Assert.ThrowsExactly<InvalidOperationException>(() => I2cDevice.Create(new I2cConnectionSettings(1, 0x40)));
    }

    [TestMethod]
    public void ATransferAllocatesNothing()
    {
        using var board = new TestBoard();
        board.Board.I2c(1).Attach(0x40, new Ina219Chip(board.Time));
        var device = I2cDevice.Create(new I2cConnectionSettings(1, 0x40));
        byte[] pointer = [1];
        byte[] value = new byte[2];
        device.WriteRead(pointer, value);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            device.WriteRead(pointer, value);
        }

        Assert.AreEqual(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
