// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Tests.Projects;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>
/// docs/console.md says what the commands say of themselves. After a change of a command run this test once with PROSUMETER_WRITE_DOCUMENTS=1: it then writes the page anew.
/// </summary>
[TestClass]
public sealed class ConsoleDocumentTests
{
    private const string WriteVariable = "PROSUMETER_WRITE_DOCUMENTS";
    private const string Begin = "<!-- generated: begin -->\n";
    private const string End = "<!-- generated: end -->\n";

    private static readonly string s_path = Path.Combine(RepositoryFolder.Path, "docs", "console.md");

    // What a reader should see of a command, apart from its help.
    private static readonly Dictionary<string, string[]> s_examples = new()
    {
        ["registers"] = ["registers", "json registers"],
        ["meter"] = ["meter once"],
        ["slot"] = ["slot"],
        ["qtable"] = ["qtable"],
        ["config"] = ["config get sell-above-permille", "config set sell-above-permille 1500", "config set sell-above-permille 750", "config save"],
        ["calibrate"] = ["calibrate voltage grid 383.8", "calibrate confirm"],
        ["preset"] = ["preset import 1234.5", "preset confirm"],
        ["test"] = ["test"],
        ["unlock"] = ["lock", "config save", "unlock 1111", "unlock 2468"],
    };

    [TestMethod]
    public void TheReferenceSaysWhatTheCommandsSay()
    {
        string document = File.ReadAllText(s_path);
        int begin = document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = document.IndexOf(End, StringComparison.Ordinal);
        string expected = Generated();
        if (Environment.GetEnvironmentVariable(WriteVariable) == "1")
        {
            File.WriteAllText(s_path, document[..begin] + expected + document[end..]);
            return;
        }

        Assert.AreEqual(expected, document[begin..end], $"docs/console.md is not up to date: run this test with {WriteVariable}=1.");
    }

    /// <summary>The command that the page publishes with a stock MQTT client is one.</summary>
    [TestMethod]
    public void TheExampleOfACommandIsOne()
    {
        string line = File.ReadLines(s_path).Single(row => row.StartsWith("  '{", StringComparison.Ordinal));
        byte[] payload = Encoding.ASCII.GetBytes(line.Trim(' ', '\''));
        var command = new Command();
        Assert.AreEqual(RefusalReason.Taken, MessageCodec.Decode(payload, 0, payload.Length, command));
        Assert.AreEqual("registers", command.Line);
    }

    /// <summary>The field guide explains each fault, once and in order.</summary>
    [TestMethod]
    public void TheFieldGuideExplainsEachFault()
    {
        string guide = File.ReadAllText(Path.Combine(RepositoryFolder.Path, "docs", "field-guide.md"));
        string[] explained = [.. guide.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1])];
        string[] names = [.. Enumerable.Range(0, FaultFlags.Count).Select(FaultFlags.NameOfBit)];
        CollectionAssert.AreEqual(names, explained.Where(names.Contains).ToArray());
    }

    private static string Generated()
    {
        using var bench = new ConsoleBench();
        bench.Meter.SetPower(1900, 2280, -500, 95);
        bench.Meter.TellPrice(bench.Meter.Slot + 1);
        bench.Meter.RunUntilBefore(bench.Meter.Slot + 1, 15);
        bench.Unlock();
        var text = new StringBuilder();
        using JsonDocument list = JsonDocument.Parse(bench.Ask("json help"));
        foreach (JsonElement command in list.RootElement.GetProperty("commands").EnumerateArray())
        {
            string name = command.GetProperty("help").GetString()!.Split(' ', ':')[0];
            text.Append("\n### ").Append(name).Append("\n\n```\n").Append(Shown(bench, "help " + name)).Append("```\n");
            if (s_examples.TryGetValue(name, out string[]? lines))
            {
                text.Append("\n```\n").AppendJoin("", lines.Select(line => "> " + Masked(line) + "\n" + Shown(bench, line))).Append("```\n");
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Shown(ConsoleBench bench, string line)
    {
        return string.Join('\n', bench.Ask(line).Split("\r\n").Select(row => row.TrimEnd()));
    }

    private static string Masked(string line)
    {
        return line.StartsWith("unlock ", StringComparison.Ordinal) ? "unlock ****" : line;
    }
}
