// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Console;

namespace Prosumeter.Tests.Firmware;

/// <summary>The PIN before the commands that change something.</summary>
[TestClass]
public sealed class PinLockTests
{
    private readonly MemoryRecordStore _store = new();
    private readonly TestClock _clock = new() { MonotonicMilliseconds = 5000, UtcSeconds = 1_781_308_800 };

    [TestMethod]
    public void ANewMeterHasTheFirstPin()
    {
        PinLock pin = New();
        Assert.IsTrue(pin.IsFirstPin);
        Assert.IsFalse(pin.IsOpen(ConsoleChannel.Serial));
        Assert.IsTrue(pin.TryOpen(ConsoleChannel.Serial, PinLock.FirstPin));
        Assert.IsTrue(pin.IsOpen(ConsoleChannel.Serial));
    }

    [TestMethod]
    public void AChangedPinOutlivesARestart()
    {
        Assert.IsTrue(New().Change("135790"));
        PinLock pin = New();
        Assert.IsFalse(pin.IsFirstPin);
        Assert.IsFalse(pin.TryOpen(ConsoleChannel.Serial, PinLock.FirstPin));
        Assert.IsTrue(pin.TryOpen(ConsoleChannel.Serial, "135790"));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("123")]
    [DataRow("1234567890123")]
    [DataRow("12a4")]
    [DataRow("0000")]
    public void WhatIsNoPinIsRefused(string pin)
    {
        Assert.IsFalse(New().Change(pin));
        Assert.IsTrue(New().IsFirstPin);
    }

    [TestMethod]
    public void APinThatFlashRefusesIsNotSet()
    {
        PinLock pin = New();
        _store.Refuses = true;
        Assert.IsFalse(pin.Change("2468"));
        Assert.IsTrue(pin.IsFirstPin);
        Assert.IsTrue(pin.TryOpen(ConsoleChannel.Serial, PinLock.FirstPin));
    }

    /// <summary>Flash holds the hash, and another one for the same PIN of another meter.</summary>
    [TestMethod]
    public void FlashDoesNotHoldThePin()
    {
        New().Change("246813579");
        byte[] record = Record();
        Assert.DoesNotContain("246813579", Encoding.Latin1.GetString(record));
        _clock.UtcSeconds++;
        New().Change("246813579");
        CollectionAssert.AreNotEqual(record, Record());
    }

    [TestMethod]
    public void EachChannelIsOpenedForItselfAndForTenMinutes()
    {
        PinLock pin = New();
        pin.TryOpen(ConsoleChannel.Messages, PinLock.FirstPin);
        Assert.IsFalse(pin.IsOpen(ConsoleChannel.Serial));
        _clock.MonotonicMilliseconds += PinLock.OpenMilliseconds - 1;
        Assert.IsTrue(pin.IsOpen(ConsoleChannel.Messages), "and this use begins the time anew");
        _clock.MonotonicMilliseconds += PinLock.OpenMilliseconds - 1;
        Assert.IsTrue(pin.IsOpen(ConsoleChannel.Messages));
        _clock.MonotonicMilliseconds += PinLock.OpenMilliseconds;
        Assert.IsFalse(pin.IsOpen(ConsoleChannel.Messages));
    }

    [TestMethod]
    public void WrongPinsCostMoreAndMoreTime()
    {
        PinLock pin = New();
        var waits = new List<int>();
        for (int i = 0; i < 12; i++)
        {
            Assert.IsFalse(pin.TryOpen(ConsoleChannel.Serial, "9999"));
            waits.Add(pin.WaitSeconds(ConsoleChannel.Serial));
            _clock.MonotonicMilliseconds += waits[i] * 1000L;
        }

        CollectionAssert.AreEqual(new[] { 0, 0, 30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600 }, waits);
        Assert.IsTrue(pin.TryOpen(ConsoleChannel.Serial, PinLock.FirstPin));
        Assert.IsFalse(pin.TryOpen(ConsoleChannel.Serial, "9999"));
        Assert.AreEqual(0, pin.WaitSeconds(ConsoleChannel.Serial), "the right PIN began the count anew");
    }

    [TestMethod]
    public void WhileThereIsAWaitTheRightPinIsWrongToo()
    {
        PinLock pin = New();
        for (int i = 0; i < 3; i++)
        {
            pin.TryOpen(ConsoleChannel.Serial, "9999");
        }

        Assert.IsFalse(pin.TryOpen(ConsoleChannel.Serial, PinLock.FirstPin));
        Assert.AreEqual(30, pin.WaitSeconds(ConsoleChannel.Serial), "an attempt that is not judged does not lengthen it");
        Assert.IsTrue(pin.TryOpen(ConsoleChannel.Messages, PinLock.FirstPin), "the other channel is not locked out");
    }

    [TestMethod]
    public void ARestartDoesNotEndTheWait()
    {
        PinLock pin = New();
        for (int i = 0; i < 5; i++)
        {
            _clock.MonotonicMilliseconds += 3_600_000;
            pin.TryOpen(ConsoleChannel.Serial, "9999");
        }

        _clock.MonotonicMilliseconds = 100;
        PinLock after = New();
        Assert.AreEqual(120, after.WaitSeconds(ConsoleChannel.Serial));
        Assert.IsFalse(after.TryOpen(ConsoleChannel.Serial, PinLock.FirstPin));
        Assert.AreEqual(0, after.WaitSeconds(ConsoleChannel.Messages));
    }

    private PinLock New() => new(_store, _clock);

    private byte[] Record()
    {
        byte[] record = new byte[64];
        return record[.._store.Read("pin", record)];
    }
}
