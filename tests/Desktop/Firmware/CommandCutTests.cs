// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Configuration;
using Prosumeter.Firmware.Console;
using Prosumeter.Policy;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Boards.Flash;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>What a technician's command keeps is the old or the new after a power cut at any byte of its writes (of those of a table, at every 13th), and the new one once the command has answered.</summary>
[TestClass]
public sealed class CommandCutTests
{
    private const string NewPin = "1357";
    private const int NewImportKilowattHours = 1234;

    private static readonly string s_table = ExportedTable();

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void ConfigSave(PowerCutKind kind) =>
        CutEverywhere(kind, ["config set json-mirror on", "config save", "config set sell-above-permille 750"], "config save", _ => SavedSellAbove(), "800", "750");

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void PinChange(PowerCutKind kind) =>
        CutEverywhere(kind, [], "pin " + NewPin, bench => string.Join(' ', new[] { ConsoleBench.Pin, NewPin }.Where(pin => Opens(bench, pin))), ConsoleBench.Pin, NewPin);

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void Preset(PowerCutKind kind) =>
        CutEverywhere(
            kind, [$"preset import {NewImportKilowattHours}"], "preset confirm", bench => (bench.Meter.Meter.Registers.Import.MilliwattHours / 1_000_000).ToString(), "0", $"{NewImportKilowattHours}");

    [TestMethod]
    [DynamicData(nameof(Kinds))]
    public void TableImport(PowerCutKind kind) =>
        CutEverywhere(kind, [.. PutLines()], "qtable take", bench => $"{bench.Meter.Meter.Table.Value(40, PolicyAction.Sync)}", "0", $"{QTable.One}", every: 13);

    private static IEnumerable<object[]> Kinds => Enum.GetValues<PowerCutKind>().Select(kind => new object[] { kind });

    private static void CutEverywhere(PowerCutKind kind, string[] preparation, string command, Func<ConsoleBench, string> look, string before, string after, int every = 1)
    {
        var seen = new HashSet<string>();
        bool isCut = true;
        for (int k = 1; isCut; k += every)
        {
            using var bench = new ConsoleBench();
            bench.Unlock();
            Array.ForEach(preparation, line => bench.Ask(line));
            bench.Meter.Board.Flash.PowerCut = new PowerCut(bench.Meter.Board.Flash.ChangedBytes + k, kind, (uint)k);
            isCut = IsCut(bench, command);
            bench.Meter.Board.Flash.PowerCut = null;
            bench.Meter.PowerCycle();
            string found = look(bench);
            Assert.IsTrue(found == after || (isCut && found == before), $"{kind} cut at byte {k}: {found}");
            seen.Add(found);
        }

        CollectionAssert.AreEquivalent(new[] { before, after }, seen.ToArray(), "both must happen, or nothing was tried");
    }

    private static bool IsCut(ConsoleBench bench, string command)
    {
        try
        {
            bench.Ask(command);
        }
        catch (BoardStoppedException)
        {
            // Where the firmware catches everything, it goes on with a board that does nothing any more.
        }

        return bench.Meter.Board.StopReason == StopReason.PowerCut;
    }

    private static string SavedSellAbove()
    {
        var complaints = new ComplaintList();
        DeviceConfiguration saved = ConfigurationParser.Parse(ConfigurationFile.Read(complaints), complaints);
        return complaints.TotalCount > 0 ? complaints[0].Place : $"{saved.Get(SettingId.SellAbovePermille)}";
    }

    private static bool Opens(ConsoleBench bench, string pin)
    {
        bool isOpen = bench.Ask("unlock " + pin).Contains("Unlocked", StringComparison.Ordinal);
        bench.Ask("lock");
        return isOpen;
    }

    private static IEnumerable<string> PutLines() => s_table.Chunk(64).Select((digits, i) => $"qtable put {i * 32} {new string(digits)}");

    private static string ExportedTable()
    {
        var table = new QTable();
        table.Update(40, PolicyAction.Sync, QTable.One, QTable.One, 0);
        byte[] bytes = new byte[QTable.ExportLength];
        Assert.AreEqual(RefusalReason.Taken, table.Import(bytes, table.Export(bytes)));
        return Hexadecimal.Format(bytes, 0, bytes.Length);
    }
}
