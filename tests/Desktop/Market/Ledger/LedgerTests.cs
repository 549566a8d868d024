// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Market;

[TestClass]
public sealed class LedgerTests
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"prosumeter-ledger-{Guid.NewGuid():N}.db");

    [TestCleanup]
    public void RemoveFiles()
    {
        foreach (string suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(_path + suffix);
        }
    }

    [TestMethod]
    public void PostedSlotsMakeBalancesThatSumToZero()
    {
        using Ledger ledger = Ledger.Open(_path);
        Assert.AreEqual(PostResult.Posted, ledger.Post("maple", 10, Slot(1, 2, 500)));
        Assert.AreEqual(PostResult.Posted, ledger.Post("maple", 11, Slot(2, 3, 70)));
        Assert.AreEqual(-500, ledger.BalanceMicros("maple", 1));
        Assert.AreEqual(430, ledger.BalanceMicros("maple", 2));
        Assert.AreEqual(70, ledger.BalanceMicros("maple", 3));
        Assert.AreEqual(11, ledger.NewestSlot("maple"));
        Assert.AreEqual(-1, ledger.NewestSlot("oak"));
        Assert.AreEqual(0, LedgerVerifier.Verify(ledger).Count());
    }

    [TestMethod]
    public void WhatDoesNotFitIsRefusedAndChangesNothing()
    {
        using Ledger ledger = Ledger.Open(_path);
        ledger.Post("maple", 10, Slot(1, 2, 500));
        byte[]? head = ledger.Head("maple");
        Assert.AreEqual(PostResult.AlreadyPosted, ledger.Post("maple", 10, Slot(1, 2, 500)));
        Assert.AreEqual(PostResult.Conflicts, ledger.Post("maple", 10, Slot(1, 2, 501)));
        Assert.AreEqual(PostResult.OutOfOrder, ledger.Post("maple", 9, Slot(1, 2, 500)));
        Assert.AreEqual(PostResult.NotZeroSum, ledger.Post("maple", 11, [new LedgerEntry(1, LedgerEntryKind.Tax, 0, 1)]));
        Assert.AreEqual(PostResult.Empty, ledger.Post("maple", 11, []));
        CollectionAssert.AreEqual(head, ledger.Head("maple"));
    }

    [TestMethod]
    public void ClustersHaveChainsOfTheirOwn()
    {
        using Ledger ledger = Ledger.Open(_path);
        ledger.Post("maple", 10, Slot(1, 2, 500));
        ledger.Post("oak", 3, Slot(1, 2, 500));
        CollectionAssert.AreEqual(new[] { "maple", "oak" }, ledger.Clusters().ToArray());
        CollectionAssert.AreNotEqual(ledger.Head("maple"), ledger.Head("oak"));
        Assert.AreEqual(0, LedgerVerifier.Verify(ledger).Count());
    }

    [TestMethod]
    public void ProgramsCannotChangeThePast()
    {
        using (Ledger ledger = Ledger.Open(_path))
        {
            ledger.Post("maple", 10, Slot(1, 2, 500));
        }

        using SqliteFile file = SqliteFile.OpenForWriting(_path);
        Assert.ThrowsExactly<LedgerException>(() => file.Execute("UPDATE entry SET amount = 1"));
        Assert.ThrowsExactly<LedgerException>(() => file.Execute("DELETE FROM entry"));
    }

    [TestMethod]
    [DataRow("UPDATE entry SET amount = amount + 1 WHERE number = 5", 5, "altered")]
    [DataRow("UPDATE entry SET energy = 7 WHERE number = 20", 20, "altered")]
    [DataRow("UPDATE entry SET account = 9 WHERE number = 1", 1, "altered")]
    [DataRow("UPDATE entry SET slot = 4 WHERE number = 9", 9, "altered")]
    [DataRow("UPDATE entry SET hash = zeroblob(32) WHERE number = 8", 8, "altered")]
    [DataRow("DELETE FROM entry WHERE number = 6", 6, "missing")]
    [DataRow("DELETE FROM entry WHERE number = 1", 1, "missing")]
    [DataRow("DELETE FROM entry WHERE number IN (7, 8, 9)", 7, "missing")]
    [DataRow("UPDATE entry SET number = 100 WHERE number = 3; UPDATE entry SET number = 3 WHERE number = 4; UPDATE entry SET number = 4 WHERE number = 100", 3, "not in its place")]
    public void TamperingIsFoundAndNamed(string tampering, int number, string word)
    {
        Tamper(tampering);
        using Ledger ledger = Ledger.OpenForReading(_path);
        List<LedgerFinding> findings = LedgerVerifier.Verify(ledger).ToList();
        Assert.AreEqual(number, findings[0].Number);
        StringAssert.Contains(findings[0].Problem, word);
    }

    [TestMethod]
    public void ARewrittenRowBreaksTheZeroSumEvenWithAFreshHash()
    {
        Tamper("UPDATE entry SET amount = amount + 1 WHERE number = 5");
        using Ledger ledger = Ledger.OpenForReading(_path);
        Assert.IsTrue(LedgerVerifier.Verify(ledger).Any(f => f.Problem.Contains("add up to zero", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void RowsMissingAtTheEndAreSeenWithTheNotedHead()
    {
        byte[] head = Tamper("DELETE FROM entry WHERE number > 18");
        using Ledger ledger = Ledger.OpenForReading(_path);
        Assert.AreEqual(0, LedgerVerifier.Verify(ledger).Count());
        LedgerFinding finding = LedgerVerifier.Verify(ledger, "maple", head).Single();
        Assert.AreEqual(19, finding.Number);
        StringAssert.Contains(finding.Problem, "missing");
    }

    [TestMethod]
    public void AFileThatIsNoLedgerIsNamed()
    {
        File.WriteAllText(_path, "this is a text file and certainly no database of any kind, however long it may be read");
        StringAssert.Contains(Assert.ThrowsExactly<LedgerException>(() => Ledger.Open(_path)).Message, _path);
        StringAssert.Contains(Assert.ThrowsExactly<LedgerException>(() => Ledger.OpenForReading(_path + ".none")).Message, _path);
    }

    private static LedgerEntry[] Slot(int buyer, int seller, long amount) =>
    [
        new LedgerEntry(buyer, LedgerEntryKind.LocalTrade, 1000, -amount),
        new LedgerEntry(seller, LedgerEntryKind.LocalTrade, -1000, amount),
    ];

    // Ten slots of two rows, then a change behind the triggers' back. Returns the head before it.
    private byte[] Tamper(string tampering)
    {
        byte[] head;
        using (Ledger ledger = Ledger.Open(_path))
        {
            for (int slot = 10; slot < 20; slot++)
            {
                ledger.Post("maple", slot, Slot(slot % 3, 5, slot));
            }

            head = ledger.Head("maple")!;
        }

        using SqliteFile file = SqliteFile.OpenForWriting(_path);
        file.Execute("DROP TRIGGER no_update; DROP TRIGGER no_delete");
        file.Execute(tampering);
        return head;
    }
}
