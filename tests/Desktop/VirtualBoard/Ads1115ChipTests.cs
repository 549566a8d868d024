// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Device.I2c;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Boards.Chips;

namespace Prosumeter.Tests.Boards;

/// <summary>The ADS1115 model against its datasheet, SBAS444.</summary>
[TestClass]
public sealed class Ads1115ChipTests
{
    private const int Idle = 0x8000;

    [TestMethod]
    public void PowerOnValues()
    {
        using var board = new TestBoard();
        Attach(board, out I2cDevice device);
        Assert.AreEqual(0x8583, TestBoard.ReadRegister(device, 1));
        Assert.AreEqual(0x8000, TestBoard.ReadRegister(device, 2));
        Assert.AreEqual(0x7FFF, TestBoard.ReadRegister(device, 3));
        Assert.AreEqual(0, TestBoard.ReadRegister(device, 0));
    }

    [TestMethod]
    [DataRow(0, 6_144_000)]
    [DataRow(1, 4_096_000)]
    [DataRow(2, 2_048_000)]
    [DataRow(3, 1_024_000)]
    [DataRow(4, 512_000)]
    [DataRow(5, 256_000)]
    public void CodesOfTable3(int gain, int fullScale)
    {
        Assert.AreEqual(0x7FFF, ConvertOnce(gain, fullScale));
        Assert.AreEqual(0x7FFF, ConvertOnce(gain, fullScale + 100_000), "clipped");
        Assert.AreEqual(0x4000, ConvertOnce(gain, fullScale / 2));
        Assert.AreEqual(0x0000, ConvertOnce(gain, 0));
        Assert.AreEqual(0xC000, ConvertOnce(gain, -fullScale / 2));
        Assert.AreEqual(0x8000, ConvertOnce(gain, -fullScale - 100_000), "clipped");
    }

    [TestMethod]
    [DataRow(0, 100)]
    [DataRow(1, 600)]
    [DataRow(2, 500)]
    [DataRow(3, 200)]
    [DataRow(4, 1_100)]
    [DataRow(5, 1_000)]
    [DataRow(6, 700)]
    [DataRow(7, 500)]
    public void TheMultiplexerSelectsInputs(int multiplexer, int millivolts)
    {
        using var board = new TestBoard();
        Ads1115Chip chip = Attach(board, out I2cDevice device);
        Connect(chip, 1_100_000, 1_000_000, 700_000, 500_000);
        TestBoard.WriteRegister(device, 1, 0x85E3 | (multiplexer << 12));
        board.Time.Spend(10_000);
        Assert.AreEqual(millivolts * 16, (short)TestBoard.ReadRegister(device, 0));
    }

    [TestMethod]
    [DataRow(0, 125_000)]
    [DataRow(4, 7_813)]
    [DataRow(7, 1_163)]
    public void ASingleShotIsBusyForOnePeriod(int rate, int microseconds)
    {
        using var board = new TestBoard();
        Ads1115Chip chip = Attach(board, out I2cDevice device);
        Connect(chip, 1_024_000, 0, 0, 0);
        TestBoard.WriteRegister(device, 1, 0xC503 | (rate << 5));
        board.Time.Spend(microseconds - 1);
        Assert.AreEqual(0, ReadIdle(chip));
        board.Time.Spend(1);
        Assert.AreEqual(Idle, ReadIdle(chip));
        Assert.AreEqual(0x4000, TestBoard.ReadRegister(device, 0));
    }

    [TestMethod]
    public void AConversionTakesTheVoltageInTheMiddleOfItsWindow()
    {
        using var board = new TestBoard();
        Ads1115Chip chip = Attach(board, out I2cDevice device);
        chip.Connect(0, new Ramp());
        board.Time.AdvanceTo(100_000);
        chip.Write([1, 0xC5, 0x83]);
        board.Time.AdvanceTo(200_000);
        Assert.AreEqual(1_663, (short)TestBoard.ReadRegister(device, 0), "103.907 mV at 62.5 uV, half of 7.813 ms after the start");
    }

    [TestMethod]
    public void ContinuousModeKeepsConverting()
    {
        using var board = new TestBoard();
        Ads1115Chip chip = Attach(board, out I2cDevice device);
        Connect(chip, 500_000, 0, 0, 0);
        TestBoard.WriteRegister(device, 1, 0x44E3);
        board.Time.Spend(5_000);
        Assert.AreEqual(8_000, TestBoard.ReadRegister(device, 0));
        Assert.AreEqual(0, TestBoard.ReadRegister(device, 1) & Idle, "it is always converting");
        Connect(chip, 600_000, 0, 0, 0);
        board.Time.Spend(2_000);
        Assert.AreEqual(9_600, TestBoard.ReadRegister(device, 0));
    }

    [TestMethod]
    public void ChangingInputsInContinuousModeFinishesTheOldOneFirst()
    {
        using var board = new TestBoard();
        Ads1115Chip chip = Attach(board, out _);
        Connect(chip, 500_000, 1_000_000, 0, 0);
        chip.Write([1, 0x44, 0xE3]);
        board.Time.Spend(1_163 + 500);
        chip.Write([1, 0x54, 0xE3]);
        board.Time.Spend(700);
        Assert.AreEqual(8_000, ReadConversion(chip), "AIN0, as the conversion under way began");
        board.Time.Spend(1_163);
        Assert.AreEqual(16_000, ReadConversion(chip));
    }

    [TestMethod]
    public void StartingWhileBusyStartsNothing()
    {
        using var board = new TestBoard();
        Ads1115Chip chip = Attach(board, out _);
        chip.Write([1, 0xC5, 0x83]);
        board.Time.Spend(4_000);
        chip.Write([1, 0xC5, 0x83]);
        board.Time.Spend(4_000);
        Assert.AreEqual(Idle, ReadIdle(chip), "7.8 ms after the first start");
    }

    [TestMethod]
    public void ThresholdsAreKept()
    {
        using var board = new TestBoard();
        Attach(board, out I2cDevice device);
        TestBoard.WriteRegister(device, 2, 0x1234);
        TestBoard.WriteRegister(device, 3, 0x5678);
        Assert.AreEqual(0x1234, TestBoard.ReadRegister(device, 2));
        Assert.AreEqual(0x5678, TestBoard.ReadRegister(device, 3));
    }

    private static int ConvertOnce(int gain, int microvolts)
    {
        using var board = new TestBoard();
        Ads1115Chip chip = Attach(board, out I2cDevice device);
        Connect(chip, microvolts, 0, 0, 0);
        TestBoard.WriteRegister(device, 1, 0xC1E3 | (gain << 9));
        board.Time.Spend(2_000);
        return TestBoard.ReadRegister(device, 0);
    }

    private static Ads1115Chip Attach(TestBoard board, out I2cDevice device)
    {
        var chip = new Ads1115Chip(board.Time);
        board.Board.I2c(1).Attach(0x48, chip);
        device = I2cDevice.Create(new I2cConnectionSettings(1, 0x48));
        return chip;
    }

    private static void Connect(Ads1115Chip chip, params int[] microvolts)
    {
        for (int input = 0; input < microvolts.Length; input++)
        {
            chip.Connect(input, new ConstantVoltage { Microvolts = microvolts[input] });
        }
    }

    private static int ReadIdle(Ads1115Chip chip)
    {
        chip.Write([1]);
        byte[] value = new byte[2];
        chip.Read(value);
        return (value[0] << 8) & Idle;
    }

    private static int ReadConversion(Ads1115Chip chip)
    {
        chip.Write([0]);
        byte[] value = new byte[2];
        chip.Read(value);
        return (value[0] << 8) | value[1];
    }

    private sealed class Ramp : IVoltageSource
    {
        public int MicrovoltsAt(long microseconds)
        {
            return (int)microseconds;
        }
    }
}
