// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Firmware.Console;

namespace Prosumeter.Tests.Firmware;

[TestClass]
public sealed class ConsoleJsonTests
{
    /// <summary>Each command and each of its errors has a form for tools: one line of JSON in ASCII.</summary>
    [TestMethod]
    [DataRow("")]
    [DataRow("help")]
    [DataRow("help config")]
    [DataRow("help nothing")]
    [DataRow("status")]
    [DataRow("registers")]
    [DataRow("meter")]
    [DataRow("slot")]
    [DataRow("qtable")]
    [DataRow("qtable 3")]
    [DataRow("qtable get 768")]
    [DataRow("qtable put 0 50")]
    [DataRow("qtable take")]
    [DataRow("outbox")]
    [DataRow("replay 1")]
    [DataRow("log")]
    [DataRow("log 32")]
    [DataRow("config")]
    [DataRow("config list")]
    [DataRow("config list 4")]
    [DataRow("config list 5")]
    [DataRow("config list 2147483647")]
    [DataRow("status now")]
    [DataRow("config get strategy")]
    [DataRow("config get nothing")]
    [DataRow("config set buy-below-permille 900")]
    [DataRow("config set broker-user a\"b\\c")]
    [DataRow("config save")]
    [DataRow("config defaults")]
    [DataRow("calibrate")]
    [DataRow("calibrate voltage grid 381")]
    [DataRow("calibrate voltage grid 3")]
    [DataRow("calibrate confirm")]
    [DataRow("preset import 7")]
    [DataRow("preset import 0")]
    [DataRow("preset confirm")]
    [DataRow("network")]
    [DataRow("test")]
    [DataRow("unlock 1")]
    [DataRow("unlock 2468")]
    [DataRow("pin 1")]
    [DataRow("pin 1357")]
    [DataRow("lock")]
    [DataRow("reboot")]
    [DataRow("nonsense")]
    public void EachAnswerHasAFormForTools(string line)
    {
        using var bench = new ConsoleBench(MeterBench.Usual + "strategy = \"\\\nbroker-user = a\"b\\c\n");
        bench.Unlock();
        bench.Meter.TellPrice(bench.Meter.Slot + 1);
        bench.Meter.Run(65);
        for (int i = 0; i < 20; i++)
        {
            bench.Meter.Board.I2c(1).Detach(0x40);
            bench.Meter.Run(1);
            bench.Meter.Board.I2c(1).Attach(0x40, bench.Meter.Chips[0]);
            bench.Meter.Run(1);
        }

        string answer = bench.Ask("json " + line);
        using JsonDocument json = JsonDocument.Parse(answer);
        Assert.AreEqual(JsonValueKind.Object, json.RootElement.ValueKind);
        Assert.IsGreaterThan(0, json.RootElement.EnumerateObject().Count());
        Assert.AreNotEqual("{\"error\":\"too long\"}\r\n", answer);
        Assert.IsFalse(answer.TrimEnd().AsSpan().ContainsAnyExceptInRange(' ', '~'));
        CheckNames(json.RootElement);
    }

    /// <summary>A command that fails half-way gives an error, not the half.</summary>
    [TestMethod]
    [DataRow("json broken", "{\"error\":\"The command failed.\"}\n")]
    [DataRow("broken", "The command failed.\n")]
    public void AFailureIsNoHalfAnswer(string line, string answer)
    {
        using var bench = new ConsoleBench();
        var commands = new CommandRegistry(bench.Meter.App.Meter.Log, null);
        commands.Add(new BrokenCommand());
        var output = new TextBuffer();
        commands.Execute(line, output, ConsoleChannel.Serial);
        Assert.AreEqual(answer, output.TakeText(TextBuffer.Capacity));
    }

    private static void CheckNames(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            element.EnumerateArray().ToList().ForEach(CheckNames);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            string[] names = [.. element.EnumerateObject().Select(p => p.Name)];
            CollectionAssert.AllItemsAreUnique(names);
            Assert.IsTrue(names.All(name => name.Length > 0 && name.All(char.IsAsciiLetterOrDigit)), string.Join(' ', names));
            element.EnumerateObject().ToList().ForEach(p => CheckNames(p.Value));
        }
    }

    private sealed class BrokenCommand() : ConsoleCommand("broken", "broken [NOW]: fails half-way")
    {
        public override bool Run(string[] words, Answer answer)
        {
            answer.Number("first", 1).BeginRows("rows");
            answer.Row().Text("row", "1");
            throw new InvalidOperationException();
        }
    }
}
