// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Hal.Esp32;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Flash;

namespace Prosumeter.Tests.Hal;

/// <summary>Records in two alternating files: whatever happens to one write, a read gives the record before it or the new one.</summary>
[TestClass]
public sealed class FileRecordStoreTests
{
    private const string FileA = @"I:\r.a";
    private const string FileB = @"I:\r.b";

    [TestMethod]
    public void ReadGivesTheLastRecord()
    {
        using TestStore store = new();
        for (byte i = 1; i < 20; i++)
        {
            Assert.IsTrue(store.Write(i));
            Assert.AreEqual(i, store.Read());
            Assert.AreEqual(i, store.Reopen().Read(), "after a restart");
        }

        Assert.AreEqual(0, store.CorruptedCount);
    }

    [TestMethod]
    public void WithoutARecordThereIsNothing()
    {
        using TestStore store = new();
        Assert.AreEqual(-1, store.Read());
        Assert.AreEqual(0, store.CorruptedCount);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("a.b")]
    [DataRow("Upper")]
    [DataRow("a name of more than 16")]
    [DataRow(@"..\x")]
    public void NamesThatAreNoneAreRefused(string name)
    {
        using TestStore store = new();
        Assert.IsFalse(store.Store.Write(name, new byte[1], 1));
        Assert.AreEqual(-1, store.Store.Read(name, new byte[1]));
    }

    [TestMethod]
    public void ARecordLongerThanTheBufferIsNotCut()
    {
        using TestStore store = new();
        store.Store.Write("r", new byte[10], 10);
        Assert.AreEqual(-1, store.Store.Read("r", new byte[9]));
        Assert.AreEqual(10, store.Store.Read("r", new byte[10]));
    }

    [TestMethod]
    public void TooLongRecordsAreRefused()
    {
        using TestStore store = new();
        Assert.IsFalse(store.Store.Write("r", new byte[5000], FileRecordStore.LongestRecord + 1));
        Assert.IsFalse(store.Store.Write("r", new byte[10], 11));
        Assert.IsTrue(store.Store.Write("r", new byte[5000], FileRecordStore.LongestRecord));
    }

    /// <summary>Power goes at every byte of a write: the record is then the one before or the new one, never another.</summary>
    [TestMethod]
    [DataRow(PowerCutKind.Clean)]
    [DataRow(PowerCutKind.Torn)]
    public void APowerCutAtAnyByteLeavesTheOldRecordOrTheNew(PowerCutKind kind)
    {
        int olds = 0;
        int news = 0;
        for (int at = 1; at < 80; at++)
        {
            using TestStore store = new();
            store.Write(1);
            store.Write(2);
            store.Board.Flash.PowerCut = new PowerCut(store.Board.Flash.ChangedBytes + at, kind);
            store.TryWrite(3);
            store.Board.Flash.PowerCut = null;
            int value = store.Reopen().Read();
            Assert.IsTrue(value is 2 or 3, $"cut at byte {at}: {value}");
            olds += value == 2 ? 1 : 0;
            news += value == 3 ? 1 : 0;
            Assert.IsTrue(store.Write(4), "writes go on");
            Assert.AreEqual(4, store.Reopen().Read());
        }

        Assert.IsGreaterThan(20, olds);
        Assert.IsGreaterThan(0, news);
    }

    /// <summary>Any damaged byte of the newest file is seen, counted, and the record before is taken.</summary>
    [TestMethod]
    public void DamageFallsBackToTheRecordBefore()
    {
        int length;
        using (TestStore probe = new())
        {
            probe.Write(1);
            length = probe.Board.Flash.Length(FileA);
        }

        for (int at = 0; at < length; at++)
        {
            using TestStore store = new();
            store.Write(1);
            store.Write(2);
            store.Damage(FileB, at);
            Assert.AreEqual(1, store.Reopen().Read(), $"byte {at}");
            Assert.AreEqual(1, store.CorruptedCount);
        }
    }

    [TestMethod]
    public void DamageOfBothLeavesNothingAndSaysSo()
    {
        using TestStore store = new();
        store.Write(1);
        store.Write(2);
        store.Damage(FileA, 12);
        store.Damage(FileB, 12);
        Assert.AreEqual(-1, store.Reopen().Read());
        Assert.AreEqual(2, store.CorruptedCount);
        Assert.IsTrue(store.Write(3));
        Assert.AreEqual(3, store.Read());
    }

    [TestMethod]
    public void DamageBetweenTwoReadsIsSeen()
    {
        using TestStore store = new();
        store.Write(1);
        store.Write(2);
        Assert.AreEqual(2, store.Read());
        store.Damage(FileB, 12);
        Assert.AreEqual(1, store.Read());
    }

    [TestMethod]
    public void AWriteTouchesOnlyTheOlderFile()
    {
        using TestStore store = new();
        store.Write(1);
        store.Write(2);
        long before = store.Board.Flash.ChangedBytes;
        store.Write(3);
        int length = store.Board.Flash.Length(FileA);

        // Emptying the older file is one change, then all of the frame in one write.
        Assert.AreEqual(length + 1, store.Board.Flash.ChangedBytes - before);
    }

    private sealed class TestStore : IDisposable
    {
        private readonly BoardScope _scope;
        private readonly byte[] _buffer = new byte[40];

        public TestStore()
        {
            Board = new VirtualBoard(new VirtualBoardOptions { Time = new LogicalTime(1_750_000_000) });
            _scope = Board.Enter();
        }

        public VirtualBoard Board { get; }

        public FileRecordStore Store { get; private set; } = new(VirtualFlash.Root);

        public int CorruptedCount => Store.CorruptedCount;

        public bool Write(byte value)
        {
            Array.Fill(_buffer, value);
            return Store.Write("r", _buffer, _buffer.Length);
        }

        public void TryWrite(byte value)
        {
            try
            {
                Write(value);
            }
            catch (BoardStoppedException)
            {
                // The power cut.
            }

            if (Board.StopReason != StopReason.None)
            {
                Board.PowerOn();
            }
        }

        /// <summary>The value that fills the record, -1 without one, -2 for a mixture.</summary>
        public int Read()
        {
            int length = Store.Read("r", _buffer);
            return length < 0 ? -1 : length == _buffer.Length && Array.TrueForAll(_buffer, b => b == _buffer[0]) ? _buffer[0] : -2;
        }

        public TestStore Reopen()
        {
            Store = new FileRecordStore(VirtualFlash.Root);
            return this;
        }

        public void Damage(string path, int at)
        {
            byte[] b = new byte[1];
            Board.Flash.Read(path, at, b);
            b[0] ^= 0x10;
            Board.Flash.Write(path, at, b);
        }

        public void Dispose()
        {
            _scope.Dispose();
            Board.Dispose();
        }
    }
}
