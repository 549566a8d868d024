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
    public void WrittenSlotsMakeBalancesThatSumToZero()
    {
        using Ledger ledger = Ledger.Open(_path);
        ledger.Write("maple", Trade(10, 1, 2, 500));
        ledger.Write("maple", Trade(11, 2, 3, 70));
        Assert.AreEqual(-500, ledger.BalanceMicros("maple", 1));
        Assert.AreEqual(430, ledger.BalanceMicros("maple", 2));
        Assert.AreEqual(70, ledger.BalanceMicros("maple", 3));
        Assert.AreEqual(4, ledger.Head("maple").Number);
        Assert.AreEqual(0, ledger.Head("oak").Number);
        Assert.IsEmpty(LedgerVerifier.Verify(ledger));
    }

    [TestMethod]
    public void WhatDoesNotAddUpIsRefusedAndChangesNothing()
    {
        using Ledger ledger = Ledger.Open(_path);
        ledger.Write("maple", Trade(10, 1, 2, 500));
        LedgerHead head = ledger.Head("maple");
        LedgerPage page = Trade(11, 1, 2, 500);
        page.Add(12, new LedgerEntry(1, LedgerEntryKind.Tax, 0, 1));
        page.Accounts.Add(new StoredAccount(1, 7, []));

        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => ledger.Write("maple", page)).Message, "slot 12");
        CollectionAssert.AreEqual(head.Hash, ledger.Head("maple").Hash);
        Assert.IsEmpty(ledger.Accounts("maple"));
    }

    [TestMethod]
    public void AFailureInAPageLeavesNothingOfIt()
    {
        using Ledger ledger = Ledger.Open(_path);
        LedgerPage page = Trade(10, 1, 2, 500);
        page.Owed.Add(new OwedMessage(1, "topic", [1], false));
        page.Owed.Add(new OwedMessage(1, "the same identifier again", [1], false));

        Assert.ThrowsExactly<LedgerException>(() => ledger.Write("maple", page));
        Assert.IsEmpty(ledger.Rows("maple"));
        Assert.IsEmpty(ledger.Owed("maple"));
    }

    [TestMethod]
    public void AccountsAndOwedMessagesAreReadBackAsTheyWereWritten()
    {
        LedgerPage page = new();
        page.Accounts.Add(new StoredAccount(4, 0, [1, 2, 3]));
        page.Owed.Add(new OwedMessage(8, "prosumeter/v1/maple/4/award", [9], true));
        page.Owed.Add(new OwedMessage(9, "prosumeter/v1/maple/4/ack", [8], false));
        using (Ledger ledger = Ledger.Open(_path))
        {
            ledger.Write("maple", page);
            LedgerPage paid = new();
            paid.Paid.Add(9);
            ledger.Write("maple", paid);
        }

        using Ledger again = Ledger.OpenForReading(_path);
        StoredAccount account = again.Accounts("maple").Single();
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, account.State);
        OwedMessage owed = again.Owed("maple").Single();
        Assert.AreEqual((8L, "prosumeter/v1/maple/4/award", true), (owed.Id, owed.Topic, owed.IsRetained));
        Assert.IsEmpty(again.Accounts("oak"));
    }

    [TestMethod]
    public void ClustersHaveChainsOfTheirOwn()
    {
        using Ledger ledger = Ledger.Open(_path);
        ledger.Write("maple", Trade(10, 1, 2, 500));
        ledger.Write("oak", Trade(3, 1, 2, 500));
        CollectionAssert.AreEqual(new[] { "maple", "oak" }, ledger.Clusters().ToArray());
        CollectionAssert.AreNotEqual(ledger.Head("maple").Hash, ledger.Head("oak").Hash);
        Assert.IsEmpty(LedgerVerifier.Verify(ledger));
    }

    [TestMethod]
    public void ProgramsCannotChangeThePast()
    {
        using (Ledger ledger = Ledger.Open(_path))
        {
            ledger.Write("maple", Trade(10, 1, 2, 500));
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
    [DataRow("UPDATE entry SET message = x'00' WHERE number = 8", 8, "altered")]
    [DataRow("DELETE FROM entry WHERE number > 18", 19, "missing")]
    [DataRow("DELETE FROM entry", 1, "missing")]
    [DataRow("UPDATE head SET hash = zeroblob(32)", 20, "altered")]
    [DataRow("UPDATE account SET balance = 4 WHERE account = 2", 15, "account 2")]
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
    public void AChainThatWasShortenedWithItsHeadIsSeenWithTheNotedHead()
    {
        byte[] head = Tamper("""
            DELETE FROM entry WHERE number > 18;
            DELETE FROM account;
            UPDATE head SET number = 18, hash = (SELECT hash FROM entry WHERE number = 18)
            """);
        using Ledger ledger = Ledger.OpenForReading(_path);
        Assert.IsEmpty(LedgerVerifier.Verify(ledger));
        StringAssert.Contains(LedgerVerifier.Verify(ledger, head).Single().Problem, "missing");
    }

    [TestMethod]
    public void AFileThatIsNoLedgerIsNamed()
    {
        File.WriteAllText(_path, "this is a text file and certainly no database of any kind, however long it may be read");
        StringAssert.Contains(Assert.ThrowsExactly<LedgerException>(() => Ledger.Open(_path)).Message, _path);
        StringAssert.Contains(Assert.ThrowsExactly<LedgerException>(() => Ledger.OpenForReading(_path + ".none")).Message, _path);
    }

    private static LedgerPage Trade(int slot, int buyer, int seller, long amount)
    {
        LedgerPage page = new();
        page.Add(slot, new LedgerEntry(buyer, LedgerEntryKind.LocalTrade, 1000, -amount));
        page.Add(slot, new LedgerEntry(seller, LedgerEntryKind.LocalTrade, -1000, amount));
        return page;
    }

    // Ten slots of two rows, then a change behind the triggers' back. Returns the head before it.
    private byte[] Tamper(string tampering)
    {
        byte[] head;
        using (Ledger ledger = Ledger.Open(_path))
        {
            for (int slot = 10; slot < 20; slot++)
            {
                LedgerPage page = Trade(slot, slot % 3, 5, slot);
                page.Accounts.Add(new StoredAccount(slot % 3, ledger.BalanceMicros("maple", slot % 3) - slot, []));
                page.Accounts.Add(new StoredAccount(5, ledger.BalanceMicros("maple", 5) + slot, []));
                ledger.Write("maple", page);
            }

            head = ledger.Head("maple").Hash;
        }

        using SqliteFile file = SqliteFile.OpenForWriting(_path);
        file.Execute("DROP TRIGGER no_update; DROP TRIGGER no_delete");
        file.Execute(tampering);
        return head;
    }
}
