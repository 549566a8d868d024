// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Device.I2c;
using Iot.Device.Adc;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Tests.Boards;

/// <summary>The defects of nanoFramework's INA219 binding, so that nobody mends them here: the firmware has to live with them.</summary>
[TestClass]
public sealed class Ina219BindingTests
{
    [TestMethod]
    [DataRow(16_380, 16.38)]
    [DataRow(16_384, -16.384)]
    [DataRow(20_000, -12.768)]
    public void ABusVoltageAbove16383ReadsNegative(int millivolts, double expected)
    {
        using var board = new TestBoard();
        Ina219 binding = Attach(board, out Ina219Chip chip);
        binding.Reset();
        chip.BusMillivolts = millivolts;
        board.Time.Spend(2_000);
        Assert.AreEqual(expected, binding.ReadBusVoltage().Volts, 1e-9);
    }

    [TestMethod]
    public void PowerHasNoSign()
    {
        using var board = new TestBoard();
        Ina219 binding = Attach(board, out Ina219Chip chip);
        binding.Reset();
        binding.SetCalibration(0x5000, 0.001f);
        chip.SetInputs(-20_000, 11_980);
        board.Time.Spend(2_000);
        Assert.AreEqual(-10.0, binding.ReadCurrent().Amperes, 1e-6);
        Assert.AreEqual(119.8, binding.ReadPower().Watts, 1e-4);
    }

    [TestMethod]
    public void SettingTheShuntConverterSpoilsTheBusConverter()
    {
        using var board = new TestBoard();
        Ina219 binding = Attach(board, out _);
        binding.Reset();
        binding.BusAdcResolutionOrSamples = Ina219AdcResolutionOrSamples.Adc9Bit;
        binding.ShuntAdcResolutionOrSamples = Ina219AdcResolutionOrSamples.Adc128Sample;
        Assert.AreEqual(Ina219AdcResolutionOrSamples.Adc9Bit, binding.ShuntAdcResolutionOrSamples);
        Assert.AreEqual(Ina219AdcResolutionOrSamples.Adc128Sample, binding.BusAdcResolutionOrSamples);
    }

    [TestMethod]
    public void BeforeResetItWaitsTooShort()
    {
        using var board = new TestBoard();
        Ina219 binding = Attach(board, out _);
        long before = board.Time.MonotonicMicroseconds;
        binding.ReadShuntVoltage();
        long early = board.Time.MonotonicMicroseconds - before;
        binding.Reset();
        before = board.Time.MonotonicMicroseconds;
        binding.ReadShuntVoltage();
        Assert.AreEqual(532 - 84, board.Time.MonotonicMicroseconds - before - early);
    }

    [TestMethod]
    public void AMissingChipReadsTheRegisterNumber()
    {
        using var board = new TestBoard();
        var binding = new Ina219(new I2cConnectionSettings(1, 0x45));
        Assert.AreEqual(0x0100 / 100_000.0, binding.ReadShuntVoltage().Volts, 1e-12);
    }

    [TestMethod]
    public void SettingsReachTheChip()
    {
        using var board = new TestBoard();
        Ina219 binding = Attach(board, out _);
        binding.Reset();
        binding.BusVoltageRange = Ina219BusVoltageRange.Range16v;
        binding.PgaSensitivity = Ina219PgaSensitivity.PlusOrMinus80mv;
        binding.OperatingMode = Ina219OperatingMode.ShuntVoltageContinuous;
        Assert.AreEqual(0x099D, TestBoard.ReadRegister(I2cDevice.Create(new I2cConnectionSettings(1, 0x40)), 0));
    }

    private static Ina219 Attach(TestBoard board, out Ina219Chip chip)
    {
        chip = new Ina219Chip(board.Time);
        board.Board.I2c(1).Attach(0x40, chip);
        return new Ina219(I2cDevice.Create(new I2cConnectionSettings(1, 0x40)));
    }
}
