// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Device.Gpio;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Boards;

/// <summary>Pins of the virtual ESP32.</summary>
[TestClass]
public sealed class GpioTests
{
    [TestMethod]
    public void TheWorldSeesWhatTheBoardDrives()
    {
        using var board = new TestBoard();
        var changes = new List<int>();
        board.Board.Gpio.Changed += changes.Add;
        GpioPin pin = new GpioController().OpenPin(27, PinMode.Output);
        pin.Write(PinValue.High);
        pin.Write(PinValue.High);
        Assert.IsTrue(board.Board.Gpio.IsHigh(27));
        pin.Toggle();
        Assert.IsFalse(board.Board.Gpio.IsHigh(27));
        CollectionAssert.AreEqual(new[] { 27, 27 }, changes);
    }

    [TestMethod]
    public void TheBoardSeesWhatTheWorldDrives()
    {
        using var board = new TestBoard();
        GpioPin pin = new GpioController().OpenPin(14, PinMode.InputPullUp);
        Assert.AreEqual(PinValue.High, pin.Read());
        board.Board.Gpio.Drive(14, false);
        Assert.AreEqual(PinValue.Low, pin.Read());
    }

    [TestMethod]
    [DataRow(6)]
    [DataRow(24)]
    [DataRow(40)]
    [DataRow(-1)]
    public void PinsThatAreNotThereAreRefused(int pin)
    {
        using var board = new TestBoard();
        Assert.ThrowsExactly<InvalidOperationException>(() => new GpioController().OpenPin(pin));
    }

    [TestMethod]
    public void AnOpenPinIsRefusedAndAnInputOnlyPinDoesNotDrive()
    {
        using var board = new TestBoard();
        var controller = new GpioController();
        controller.OpenPin(27);
        Assert.ThrowsExactly<InvalidOperationException>(() => controller.OpenPin(27));
        Assert.ThrowsExactly<ArgumentException>(() => controller.OpenPin(34, PinMode.Output));
        controller.ClosePin(27);
        controller.OpenPin(27);
    }
}
