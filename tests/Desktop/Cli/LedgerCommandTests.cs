// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Tests.Cli;

[TestClass]
public sealed class LedgerCommandTests
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"prosumeter-cli-{Guid.NewGuid():N}.ledger");

    [TestCleanup]
    public void RemoveFiles()
    {
        foreach (string suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(_path + suffix);
        }
    }

    [TestMethod]
    public void ASoundLedgerHoldsAndAnAlteredRowIsNamed()
    {
        WriteTrade();
        (int code, string output, string error) = ProsumeterProcess.Run("ledger", "verify", _path);
        Assert.AreEqual(0, code, output + error);
        Assert.Contains("maple: 2 rows, head ", output);

        Alter("UPDATE entry SET energy = 5 WHERE number = 2");
        (code, output, _) = ProsumeterProcess.Run("ledger", "verify", _path);
        Assert.AreEqual(1, code);
        Assert.Contains("maple, row 2: altered", output);
    }

    [TestMethod]
    public void TheNotedHeadIsLookedFor()
    {
        WriteTrade();
        (int code, string output, _) = ProsumeterProcess.Run("ledger", "verify", _path, "--head", new string('a', 64));
        Assert.AreEqual(1, code);
        Assert.Contains("noted head aaaa", output);
        Assert.AreEqual(2, ProsumeterProcess.Run("ledger", "verify", _path, "--head", "abc").ExitCode);
    }

    [TestMethod]
    public void WhatIsNoLedgerIsNamed()
    {
        (int code, _, string error) = ProsumeterProcess.Run("ledger", "verify", _path);
        Assert.AreEqual(2, code);
        Assert.Contains(_path, error);
        File.WriteAllText(_path, "no database, and long enough to be seen as none of them, whatever is looked at first in it");
        (code, _, error) = ProsumeterProcess.Run("ledger", "show", _path);
        Assert.AreEqual(2, code);
        Assert.Contains(_path, error);
    }

    [TestMethod]
    public void RowsAreShownAsCsv()
    {
        WriteTrade();
        (int code, string output, _) = ProsumeterProcess.Run("ledger", "show", _path, "--csv", "--account", "4");
        Assert.AreEqual(0, code);
        CollectionAssert.AreEqual(
            new[] { "cluster,number,slot,account,kind,energy_mwh,amount_micros", "maple,2,77,4,LocalTrade,-1000,300" },
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToArray());
    }

    private void WriteTrade()
    {
        LedgerPage page = new();
        page.Add(77, new LedgerEntry(3, LedgerEntryKind.LocalTrade, 1000, -300));
        page.Add(77, new LedgerEntry(4, LedgerEntryKind.LocalTrade, -1000, 300));
        using Ledger ledger = Ledger.Open(_path);
        ledger.Write("maple", page);
    }

    private void Alter(string statement)
    {
        using SqliteFile file = SqliteFile.OpenForWriting(_path);
        file.Execute("DROP TRIGGER no_update");
        file.Execute(statement);
    }
}
