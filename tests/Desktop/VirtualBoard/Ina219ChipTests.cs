// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Device.I2c;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Tests.Boards;

/// <summary>The INA219 model against its datasheet, SBOS448G.</summary>
[TestClass]
public sealed class Ina219ChipTests
{
    private const int BothInputs12Bits = 1_064;

    [TestMethod]
    public void ProgrammingExampleOfTheDatasheet()
    {
        // Table 8: 2 milliohm shunt, 10 A, 11.98 V, current step 1 mA.
        using var board = new TestBoard();
        Ina219Chip chip = Attach(board, out I2cDevice device);
        chip.SetInputs(20_000, 11_980);
        TestBoard.WriteRegister(device, 0, 0x019F);
        TestBoard.WriteRegister(device, 5, 0x5000);
        board.Time.Spend(BothInputs12Bits);

        Assert.AreEqual(0x07D0, TestBoard.ReadRegister(device, 1));
        Assert.AreEqual(0x5D98 | 2, TestBoard.ReadRegister(device, 2), "11.98 V and CNVR");
        Assert.AreEqual(0x2710, TestBoard.ReadRegister(device, 4));
        Assert.AreEqual(0x1766, TestBoard.ReadRegister(device, 3));
        Assert.AreEqual(0x5D98, TestBoard.ReadRegister(device, 2), "reading the power register clears CNVR");
    }

    [TestMethod]
    public void PowerOnAndResetValues()
    {
        using var board = new TestBoard();
        Attach(board, out I2cDevice device);
        TestBoard.WriteRegister(device, 5, 0x1235);
        Assert.AreEqual(0x1234, TestBoard.ReadRegister(device, 5), "bit 0 of the calibration is always 0");

        TestBoard.WriteRegister(device, 0, 0x8000);
        Assert.AreEqual(0x399F, TestBoard.ReadRegister(device, 0));
        Assert.AreEqual(0, TestBoard.ReadRegister(device, 5));
    }

    [TestMethod]
    [DataRow(0, 40_000, 0x0FA0)]
    [DataRow(0, 40_010, 0x0FA0)]
    [DataRow(0, -40_000, 0xF060)]
    [DataRow(1, 80_000, 0x1F40)]
    [DataRow(1, -90_000, 0xE0C0)]
    [DataRow(2, 160_000, 0x3E80)]
    [DataRow(2, -170_000, 0xC180)]
    [DataRow(3, 320_000, 0x7D00)]
    [DataRow(3, -330_000, 0x8300)]
    [DataRow(3, -10, 0xFFFF)]
    [DataRow(3, 0, 0x0000)]
    public void ShuntVoltageClipsAtTheGain(int gain, int microvolts, int expected)
    {
        using var board = new TestBoard();
        Ina219Chip chip = Attach(board, out I2cDevice device);
        chip.ShuntMicrovolts = microvolts;
        TestBoard.WriteRegister(device, 0, 0x219F | (gain << 11));
        board.Time.Spend(BothInputs12Bits);
        Assert.AreEqual(expected, TestBoard.ReadRegister(device, 1));
    }

    [TestMethod]
    [DataRow(false, 16_000, 4_000)]
    [DataRow(false, 20_000, 4_000)]
    [DataRow(true, 20_000, 5_000)]
    [DataRow(true, 26_000, 6_500)]
    [DataRow(true, 32_000, 8_000)]
    [DataRow(true, 2, 1)]
    [DataRow(true, 1, 0)]
    public void BusVoltageCountsFourMillivolts(bool is32Volts, int millivolts, int expected)
    {
        using var board = new TestBoard();
        Ina219Chip chip = Attach(board, out I2cDevice device);
        chip.BusMillivolts = millivolts;
        TestBoard.WriteRegister(device, 0, is32Volts ? 0x399F : 0x199F);
        board.Time.Spend(BothInputs12Bits);
        Assert.AreEqual(expected, TestBoard.ReadRegister(device, 2) >> 3);
    }

    [TestMethod]
    [DataRow(0, 8)]
    [DataRow(1, 4)]
    [DataRow(2, 2)]
    [DataRow(3, 1)]
    public void FewerBitsAreCoarser(int code, int step)
    {
        using var board = new TestBoard();
        Ina219Chip chip = Attach(board, out I2cDevice device);
        chip.SetInputs(12_370, 12_372);
        TestBoard.WriteRegister(device, 0, 0x3807 | (code << 3) | (code << 7));
        board.Time.Spend(BothInputs12Bits);
        Assert.AreEqual(0, TestBoard.ReadRegister(device, 1) % step);
        Assert.AreEqual(1_237.0, TestBoard.ReadRegister(device, 1), step / 2.0);
        Assert.AreEqual(3_093.0, TestBoard.ReadRegister(device, 2) >> 3, step / 2.0);
    }

    [TestMethod]
    [DataRow(0x0, 84)]
    [DataRow(0x3, 532)]
    [DataRow(0x8, 532)]
    [DataRow(0x9, 1_060)]
    [DataRow(0xF, 68_100)]
    public void AConversionTakesTheTimeOfTable5(int code, int microseconds)
    {
        using var board = new TestBoard();
        Ina219Chip chip = Attach(board, out I2cDevice device);
        chip.ShuntMicrovolts = 10_000;
        chip.Write([0, 0x38, (byte)(1 | (code << 3))]);
        board.Time.Spend(microseconds - 1);
        Assert.AreEqual(0, ReadReady(chip), "it is not finished");
        board.Time.Spend(1);
        Assert.AreEqual(2, ReadReady(chip));
        chip.ShuntMicrovolts = 20_000;
        board.Time.Spend(microseconds * 10L);
        Assert.AreEqual(1_000, TestBoard.ReadRegister(device, 1), "a triggered conversion happens once");
    }

    [TestMethod]
    public void AnInputChangeShowsWithTheNextConversion()
    {
        using var board = new TestBoard();
        Ina219Chip chip = Attach(board, out I2cDevice device);
        chip.ShuntMicrovolts = 1_000;
        board.Time.AdvanceTo(1_000_000);
        chip.ShuntMicrovolts = 2_000;
        Assert.AreEqual(100, TestBoard.ReadRegister(device, 1));
        board.Time.Spend(BothInputs12Bits);
        Assert.AreEqual(200, TestBoard.ReadRegister(device, 1));
    }

    [TestMethod]
    public void OverflowOfCurrentOrPowerIsFlagged()
    {
        using var board = new TestBoard();
        Ina219Chip chip = Attach(board, out I2cDevice device);
        chip.SetInputs(320_000, 26_000);
        TestBoard.WriteRegister(device, 5, 0x2000);
        board.Time.Spend(BothInputs12Bits);
        Assert.AreEqual(1, TestBoard.ReadRegister(device, 2) & 1, "32000 x 8192 / 4096 does not fit 16 bits");
        TestBoard.WriteRegister(device, 5, 0x0800);
        Assert.AreEqual(0, TestBoard.ReadRegister(device, 2) & 1);
    }

    [TestMethod]
    public void ReversedCurrentIsNegativeAndItsPowerIsNot()
    {
        using var board = new TestBoard();
        Ina219Chip chip = Attach(board, out I2cDevice device);
        chip.SetInputs(-20_000, 11_980);
        TestBoard.WriteRegister(device, 5, 0x5000);
        board.Time.Spend(BothInputs12Bits);
        Assert.AreEqual(-10_000, (short)TestBoard.ReadRegister(device, 4));
        Assert.AreEqual(5_990, TestBoard.ReadRegister(device, 3));
    }

    [TestMethod]
    public void PowerDownKeepsTheLastConversion()
    {
        using var board = new TestBoard();
        Ina219Chip chip = Attach(board, out I2cDevice device);
        chip.ShuntMicrovolts = 5_000;
        board.Time.Spend(BothInputs12Bits);
        TestBoard.WriteRegister(device, 0, 0x3998);
        chip.ShuntMicrovolts = 7_000;
        board.Time.Spend(1_000_000);
        Assert.AreEqual(500, TestBoard.ReadRegister(device, 1));
    }

    [TestMethod]
    public void ThePointerStaysForFurtherReads()
    {
        using var board = new TestBoard();
        Attach(board, out I2cDevice device);
        byte[] value = new byte[2];
        device.Write(new byte[] { 0 });
        device.Read(value);
        device.Read(value);
        Assert.AreEqual(0x399F, (value[0] << 8) | value[1]);
    }

    private static Ina219Chip Attach(TestBoard board, out I2cDevice device)
    {
        var chip = new Ina219Chip(board.Time);
        board.Board.I2c(1).Attach(0x40, chip);
        device = I2cDevice.Create(new I2cConnectionSettings(1, 0x40));
        return chip;
    }

    // On the chip itself, so that reading takes no bus time.
    private static int ReadReady(Ina219Chip chip)
    {
        byte[] value = new byte[2];
        chip.Write([2]);
        chip.Read(value);
        return value[1] & 2;
    }
}
