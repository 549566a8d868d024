// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Journal;
using Prosumeter.Metering;

namespace Prosumeter.Tests.Firmware;

/// <summary>When the registers are committed, and what happens when flash refuses.</summary>
[TestClass]
public sealed class RegisterJournalTests
{
    private const int KilowattSecond = 1_000_000;

    [TestMethod]
    public void WhatFlashRefusedStaysDueAndIsTriedOnceASecond()
    {
        var store = new MemoryRecordStore { Refuses = true };
        var registers = new RegisterBank();
        var journal = new RegisterJournal(store, null, registers, 5_000, 60);
        registers.Integrate(KilowattSecond, 0, 0, 60_000);
        for (int milliseconds = 60_000; milliseconds < 65_000; milliseconds += 100)
        {
            journal.Run(milliseconds);
        }

        Assert.AreEqual(5, store.WriteCount);
        Assert.AreEqual(0, journal.CommitCount);
        store.Refuses = false;
        journal.Run(66_000);
        Assert.AreEqual(1, journal.CommitCount);
        var restored = new RegisterBank();
        Assert.IsTrue(new RegisterJournal(store, null, restored, 5_000, 60).Load());
        Assert.AreEqual(registers.Import.MilliwattHours, restored.Import.MilliwattHours);
    }
}
