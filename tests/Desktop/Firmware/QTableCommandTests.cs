// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Policy;
using Prosumeter.Simulator.Boards.Flash;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>A learned policy on its way onto a meter.</summary>
[TestClass]
public sealed class QTableCommandTests
{
    private const int BytesInALine = 32;

    [TestMethod]
    public void ATableComesThroughCmdAndStaysAfterARestart()
    {
        byte[] table = Learned();
        using var bench = new ConsoleBench();
        Assert.AreEqual(0, bench.Command("unlock 0000").Single().Reason);
        Assert.AreEqual(0, bench.Command("pin 2468").Single().Reason);
        for (int offset = 0; offset < table.Length; offset += BytesInALine)
        {
            string line = $"qtable put {offset} {Convert.ToHexString(table[offset..Math.Min(offset + BytesInALine, table.Length)])}";
            Assert.IsLessThanOrEqualTo(Command.LongestLine, line.Length);
            Acknowledgement put = bench.Command(line).Single();
            Assert.AreEqual(0, put.Reason, put.Text);
        }

        Acknowledgement taken = bench.Command("qtable take").Single();
        Assert.AreEqual("Taken, and kept in flash.\n", taken.Text);
        Assert.AreEqual(0, taken.Reason);
        bench.Meter.PowerCycle();
        Assert.AreEqual(Convert.ToHexString(table), Read(bench), ignoreCase: true);
        Assert.AreEqual(PolicyAction.Sync, bench.Meter.Meter.Table.Best(40));
    }

    [TestMethod]
    public void ABadTableChangesNothing()
    {
        byte[] table = Learned();
        table[300] ^= 1;
        using var bench = new ConsoleBench();
        bench.Unlock();
        string before = Read(bench);
        for (int offset = 0; offset < table.Length; offset += BytesInALine)
        {
            bench.Ask($"qtable put {offset} {Convert.ToHexString(table[offset..Math.Min(offset + BytesInALine, table.Length)])}");
        }

        StringAssert.Contains(bench.Ask("qtable take"), $"Refused, reason {(int)RefusalReason.BadChecksum}");
        Assert.AreEqual(before, Read(bench));
        StringAssert.Contains(bench.Ask("qtable take"), $"Refused, reason {(int)RefusalReason.Truncated}", "what was refused is not kept");
    }

    [TestMethod]
    public void ATableThatFlashRefusesIsNotUsed()
    {
        byte[] table = Learned();
        using var bench = new ConsoleBench();
        bench.Unlock();
        for (int offset = 0; offset < table.Length; offset += BytesInALine)
        {
            bench.Ask($"qtable put {offset} {Convert.ToHexString(table[offset..Math.Min(offset + BytesInALine, table.Length)])}");
        }

        string before = Read(bench);
        Fill(bench.Meter.Board.Flash);
        StringAssert.Contains(bench.Ask("qtable take"), "Flash refused it");
        Assert.AreEqual(before, Read(bench));
    }

    [TestMethod]
    [DataRow("qtable put 0 5")]
    [DataRow("qtable put 0 5g")]
    [DataRow("qtable put 775 5051")]
    [DataRow("qtable put -1 50")]
    [DataRow("qtable put 776 50")]
    [DataRow("qtable put 0")]
    [DataRow("qtable get 776")]
    [DataRow("qtable get x")]
    [DataRow("qtable 96")]
    [DataRow("qtable x")]
    public void WrongArgumentsAreExplained(string line)
    {
        using var bench = new ConsoleBench();
        bench.Unlock();
        StringAssert.Contains(bench.Ask(line), "Usage:\r\nqtable [SLOT");
    }

    [TestMethod]
    public void ItTellsTheBetterActionAndItsAdvantage()
    {
        using var bench = new ConsoleBench();
        Assert.AreEqual(RefusalReason.Taken, bench.Meter.Meter.Table.Import(Learned(), QTable.ExportLength));
        string answer = bench.Ask("qtable 40");
        StringAssert.Contains(answer, "best action        sync");
        StringAssert.Contains(answer, "advantage          1.500");
        StringAssert.Contains(bench.Ask("qtable"), "from 6:00          ffffffffffffffffsfffffff");
        using JsonDocument json = JsonDocument.Parse(bench.Ask("json qtable 40"));
        Assert.AreEqual(98_304, json.RootElement.GetProperty("advantageQ16").GetInt32());
    }

    private static void Fill(VirtualFlash flash)
    {
        foreach (int length in new[] { 4096, 100 })
        {
            try
            {
                for (int i = 0; true; i++)
                {
                    string path = $"{VirtualFlash.Root}{length}-{i}";
                    flash.Create(path);
                    flash.Write(path, 0, new byte[length]);
                }
            }
            catch (IOException)
            {
                // Full.
            }
        }
    }

    private static byte[] Learned()
    {
        var table = new QTable();
        table.Update(40, PolicyAction.Sync, 98_304, QTable.One, 0);
        table.Update(7, PolicyAction.Friendly, -77_777, QTable.One, 0);
        byte[] bytes = new byte[QTable.ExportLength];
        table.Export(bytes);
        return bytes;
    }

    private static string Read(ConsoleBench bench)
    {
        string digits = "";
        for (int offset = 0; offset < QTable.ExportLength; offset += BytesInALine)
        {
            using JsonDocument json = JsonDocument.Parse(bench.Ask($"json qtable get {offset}"));
            Assert.AreEqual(offset, json.RootElement.GetProperty("offset").GetInt32());
            digits += json.RootElement.GetProperty("bytes").GetString();
        }

        return digits;
    }
}
