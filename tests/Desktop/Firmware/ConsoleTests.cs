// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Firmware;

/// <summary>The technician's console, through the serial line.</summary>
[TestClass]
public sealed class ConsoleTests
{
    private static readonly string[] s_lines =
    [
        "help", "help status", "status", "registers", "meter", "slot", "config", "config list", "config list 2", "config list 3", "config list 99",
        "config get meter", "config get grid-sensor", "log", "log 32",
    ];

    [TestMethod]
    public void ItGreetsAndPrompts()
    {
        using var bench = ConsoleBench.Create(out TestPort port);
        bench.Run(1);
        StringAssert.Contains(port.TakeText(), "meter 16. Type help.\r\n> ");
    }

    [TestMethod]
    public void EveryLineOfEveryAnswerFits80Columns()
    {
        using var bench = ConsoleBench.Create(out TestPort port, MeterBench.Usual + "strategy = nothing\n" + new string('k', 90) + " = " + new string('v', 20) + "\n");
        bench.Run(5);
        bench.TellPrice(bench.Slot + 1);
        bench.Run(90);
        foreach (string line in s_lines)
        {
            string answer = Ask(bench, port, line);
            Assert.EndsWith("\r\n> ", answer, line);
            foreach (string row in answer.Split("\r\n"))
            {
                Assert.IsLessThanOrEqualTo(80, row.Length, row);
            }
        }
    }

    [TestMethod]
    public void RegistersHaveObisCodes()
    {
        using var bench = ConsoleBench.Create(out TestPort port);
        bench.SetPower(3600, 0, 0, 50);
        bench.Run(100);
        string answer = Ask(bench, port, "registers");
        StringAssert.Contains(answer, "1.8.0    import         0.099");
        StringAssert.Contains(answer, "2.8.0    export         0.000000 kWh");
        StringAssert.Contains(answer, "130.8.0  discharge");
    }

    [TestMethod]
    public void MeterShowsLiveValues()
    {
        using var bench = ConsoleBench.Create(out TestPort port);
        bench.SetPower(1900, 380, 0, 50);
        bench.Run(3);
        string answer = Ask(bench, port, "meter");
        StringAssert.Contains(answer, "grid (import +)         1900.000 W      380.000 V     5.000 A     ok");
        StringAssert.Contains(answer, "generation              380.000 W");
        StringAssert.Contains(answer, "state of charge         49.9 %");
    }

    [TestMethod]
    public void StatusTellsFaultsAndComplaints()
    {
        using var bench = ConsoleBench.Create(out TestPort port, MeterBench.Usual + "strategy = nothing\n");
        bench.Board.I2c(1).Detach(0x41);
        bench.Run(5);
        string answer = Ask(bench, port, "status");
        StringAssert.Contains(answer, "generation-sensor, configuration");
        StringAssert.Contains(answer, "connected");
        answer = Ask(bench, port, "config");
        StringAssert.Contains(answer, "1 complaints\r\nline 21: strategy = nothing\r\n  set before in line 15");
    }

    [TestMethod]
    public void SlotTellsWhy()
    {
        using var bench = ConsoleBench.Create(out TestPort port);
        bench.SetPower(0, 2000, 0, 95);
        bench.Run(5);
        bench.TellPrice(bench.Slot + 1);
        bench.RunUntilBefore(bench.Slot + 1, 15);
        string answer = Ask(bench, port, "slot");
        StringAssert.Contains(answer, "state                   sell");
        StringAssert.Contains(answer, "offered price           0.150000 /kWh");
        StringAssert.Contains(answer, "why                     storage can spare energy");
    }

    [TestMethod]
    public void TheLogShowsTheLatestEvents()
    {
        using var bench = ConsoleBench.Create(out TestPort port);
        bench.Run(3);
        bench.Board.I2c(1).Detach(0x40);
        bench.Run(3);
        string answer = Ask(bench, port, "log 2");
        StringAssert.Contains(answer, "sensor status 1\r\n");
        StringAssert.Contains(answer, "fault begins 1\r\n");
        Assert.AreEqual(2, answer.Split("\r\n").Count(row => row.Contains('.')));
    }

    [TestMethod]
    public void PasswordsAreNotShown()
    {
        using var bench = ConsoleBench.Create(out TestPort port, MeterBench.Usual + "broker-password = secret\n");
        bench.Run(1);
        Assert.DoesNotContain("secret", Ask(bench, port, "config get broker-password") + Ask(bench, port, "config list"));
    }

    [TestMethod]
    [DataRow("nonsense", "Unknown command")]
    [DataRow("log x", "Usage: log [N]")]
    [DataRow("log 0", "Usage: log [N]")]
    [DataRow("config what", "Usage: config")]
    [DataRow("config get nothing", "Unknown key")]
    [DataRow("help nothing", "No such command")]
    public void WrongLinesAreExplained(string line, string answer)
    {
        using var bench = ConsoleBench.Create(out TestPort port);
        bench.Run(1);
        StringAssert.Contains(Ask(bench, port, line), answer);
    }

    /// <summary>Output never holds up sampling: a step sends at most 64 bytes.</summary>
    [TestMethod]
    public void AStepSendsAFewBytes()
    {
        using var bench = ConsoleBench.Create(out TestPort port);
        bench.Run(1);
        port.TakeText();
        port.Type("config list\r");
        for (int i = 0; i < 100; i++)
        {
            bench.Time.Spend(bench.App.Step() * 1000L);
            Assert.IsLessThanOrEqualTo(64, port.TakeText().Length);
        }
    }

    /// <summary>Whatever is typed, known words included: never an exception, and the console still answers.</summary>
    [TestMethod]
    public void AnyInput()
    {
        using var bench = ConsoleBench.Create(out TestPort port);
        bench.Run(1);
        Gen<string> word = Gen.Elements("help", "status", "registers", "meter", "slot", "config", "get", "list", "log", "0", "-1", "99999999999", "\u001b[A", "\b", " ", "", "\0", "x");
        Gen<string> line = word.ListOf().Select(words => string.Join(' ', words));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Arb.From(line), ArbMap.Default.ArbFor<byte[]>(), (typed, bytes) =>
            {
                port.Type(Encoding.Latin1.GetString(bytes) + typed + "\r");
                Drain(bench, port);
                return Ask(bench, port, "\u0003help log").Contains("the latest N events", StringComparison.Ordinal);
            }));
    }

    private static string Ask(MeterBench bench, TestPort port, string line)
    {
        port.TakeText();
        port.Type(line + "\r");
        return Drain(bench, port);
    }

    private static string Drain(MeterBench bench, TestPort port)
    {
        var text = new StringBuilder();
        for (int quiet = 0; quiet < 3; quiet++)
        {
            bench.Time.Spend(bench.App.Step() * 1000L);
            string piece = port.TakeText();
            text.Append(piece);
            quiet = piece.Length > 0 || port.HasInput ? -1 : quiet;
        }

        return text.ToString();
    }

    private static class ConsoleBench
    {
        public static MeterBench Create(out TestPort port, string configuration = MeterBench.Usual)
        {
            var bench = new MeterBench(configuration);
            port = new TestPort();
            bench.Console = port;
            bench.PowerCycle();
            return bench;
        }
    }
}
