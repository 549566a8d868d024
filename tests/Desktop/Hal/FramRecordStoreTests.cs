// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Device.I2c;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Hal.Esp32;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Chips;
using Prosumeter.Tests.Boards;

namespace Prosumeter.Tests.Hal;

/// <summary>The record in the FRAM, whose supply may fail at any byte.</summary>
[TestClass]
public sealed class FramRecordStoreTests
{
    private const int Length = 40;
    private const int Address = 0x50;

    [TestMethod]
    public void AnEmptyChipHoldsNothingAndKeepsWhatIsWritten()
    {
        using var bench = new TestBoard();
        bench.Board.I2c(1).Attach(Address, new FramChip(bench.Board));
        byte[] buffer = new byte[Length];
        FramRecordStore store = Open();
        Assert.AreEqual(-1, store.Read("registers", buffer));
        for (byte i = 1; i < 10; i++)
        {
            Assert.IsTrue(store.Write("registers", Content(i), Length));
            Assert.AreEqual(Length, Open().Read("registers", buffer));
            CollectionAssert.AreEqual(Content(i), buffer);
        }

        Assert.AreEqual(0, store.CorruptedCount);
    }

    [TestMethod]
    public void ACutAtAnyByteLeavesTheOldRecordOrTheNewOne()
    {
        for (int cut = 1; cut <= Length + 14; cut++)
        {
            using var bench = new TestBoard();
            var chip = new FramChip(bench.Board);
            bench.Board.I2c(1).Attach(Address, chip);
            FramRecordStore store = Open();
            Assert.IsTrue(store.Write("registers", Content(1), Length));
            Assert.IsTrue(store.Write("registers", Content(2), Length));
            chip.PowerCutAtByte = chip.ChangedBytes + cut;
            Assert.AreEqual(StopReason.PowerCut, bench.Board.Run(() => store.Write("registers", Content(3), Length)));
            bench.Board.PowerOn();
            byte[] buffer = new byte[Length];
            Assert.AreEqual(Length, Open().Read("registers", buffer));
            Assert.AreEqual(2, buffer[0], $"cut at byte {cut}");
            Assert.IsTrue(Open().Write("registers", Content(4), Length));
            Assert.AreEqual(Length, Open().Read("registers", buffer));
            Assert.AreEqual(4, buffer[0]);
        }
    }

    [TestMethod]
    public void AChipThatDoesNotAnswerIsNotOverwrittenBlindly()
    {
        using var bench = new TestBoard();
        bench.Board.I2c(1).Attach(Address, new FramChip(bench.Board));
        Assert.IsTrue(Open().Write("registers", Content(7), Length));
        bench.Board.I2c(1).SetMissing(Address, true);
        FramRecordStore store = Open();
        byte[] buffer = new byte[Length];
        Assert.AreEqual(-1, store.Read("registers", buffer));
        Assert.IsFalse(store.Write("registers", Content(8), Length));
        bench.Board.I2c(1).SetMissing(Address, false);
        Assert.AreEqual(Length, store.Read("registers", buffer));
        CollectionAssert.AreEqual(Content(7), buffer);
    }

    [TestMethod]
    public void ACorruptedRecordFallsBackToTheOneBeforeAndIsCounted()
    {
        using var bench = new TestBoard();
        var chip = new FramChip(bench.Board);
        bench.Board.I2c(1).Attach(Address, chip);
        FramRecordStore store = Open();
        Assert.IsTrue(store.Write("registers", Content(1), Length));
        Assert.IsTrue(store.Write("registers", Content(2), Length));
        int newest = Enumerable.Range(0, 1024).First(address => chip[address] == 2 && chip[address + Length - 1] == Length + 1);
        chip[newest] ^= 0x40;
        store = Open();
        byte[] buffer = new byte[Length];
        Assert.AreEqual(Length, store.Read("registers", buffer));
        Assert.AreEqual(1, buffer[0]);
        Assert.AreEqual(1, store.CorruptedCount);
    }

    private static FramRecordStore Open()
    {
        return new FramRecordStore(I2cDevice.Create(new I2cConnectionSettings(1, Address)), Length);
    }

    private static byte[] Content(byte first)
    {
        byte[] content = new byte[Length];
        for (int i = 0; i < Length; i++)
        {
            content[i] = (byte)(first + i);
        }

        return content;
    }
}
