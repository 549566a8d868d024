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
        "help", "help status", "status", "registers", "meter once", "slot", "qtable", "qtable 95", "qtable get 0", "config", "config list", "config list 2", "config list 3", "config list 4",
        "config get meter", "config get grid-sensor", "log", "log 32",
    ];

    [TestMethod]
    public void ItGreetsAndPrompts()
    {
        using var console = new ConsoleBench();
        MeterBench bench = console.Meter;
        bench.PowerCycle();
        StringAssert.Contains(console.Drain(), "meter 16. Type help.\r\n> ");
    }

    [TestMethod]
    public void EveryLineOfEveryAnswerFits80Columns()
    {
        using var console = new ConsoleBench(MeterBench.Usual + "strategy = nothing\n" + new string('k', 90) + " = " + new string('v', 20) + "\n");
        MeterBench bench = console.Meter;
        bench.Run(5);
        bench.TellPrice(bench.Slot + 1);
        bench.Run(90);
        foreach (string line in s_lines)
        {
            string answer = console.Ask(line);
            Assert.EndsWith("\r\n", answer, line);
            foreach (string row in answer.Split("\r\n"))
            {
                Assert.IsLessThanOrEqualTo(80, row.Length, row);
            }
        }
    }

    [TestMethod]
    public void RegistersHaveObisCodes()
    {
        using var console = new ConsoleBench();
        MeterBench bench = console.Meter;
        bench.SetPower(3600, 0, 0, 50);
        bench.Run(100);
        string answer = console.Ask("registers");
        StringAssert.Contains(answer, "1.8.0    import     0.100");
        StringAssert.Contains(answer, "2.8.0    export     0.000000 kWh");
        StringAssert.Contains(answer, "130.8.0  discharge");
    }

    [TestMethod]
    public void MeterShowsLiveValues()
    {
        using var console = new ConsoleBench();
        MeterBench bench = console.Meter;
        bench.SetPower(1900, 380, 0, 50);
        bench.Run(3);
        string answer = console.Ask("meter once");
        StringAssert.Contains(answer, "grid        1900.000 W        380.000 V       5.000 A         ok");
        StringAssert.Contains(answer, "generation  380.000 W");
        StringAssert.Contains(answer, "state of charge    49.9 %");
    }

    [TestMethod]
    public void StatusTellsFaultsAndComplaints()
    {
        using var console = new ConsoleBench(MeterBench.Usual + "strategy = nothing\n");
        MeterBench bench = console.Meter;
        bench.Board.I2c(1).Detach(0x41);
        bench.Run(5);
        string answer = console.Ask("status");
        StringAssert.Contains(answer, "generation-sensor, configuration");
        StringAssert.Contains(answer, "connected");
        answer = console.Ask("config");
        StringAssert.Contains(answer, "complaints         1\r\nline 21: strategy = nothing:\r\n  set before in line 15");
    }

    [TestMethod]
    public void SlotTellsWhy()
    {
        using var console = new ConsoleBench();
        MeterBench bench = console.Meter;
        bench.SetPower(0, 2000, 0, 95);
        bench.Run(5);
        bench.TellPrice(bench.Slot + 1);
        bench.RunUntilBefore(bench.Slot + 1, 15);
        string answer = console.Ask("slot");
        StringAssert.Contains(answer, "state              sell");
        StringAssert.Contains(answer, "offered price      0.150000 /kWh");
        StringAssert.Contains(answer, "why                storage can spare energy");
    }

    [TestMethod]
    public void TheLogShowsTheLatestEvents()
    {
        using var console = new ConsoleBench();
        MeterBench bench = console.Meter;
        bench.Run(3);
        bench.Board.I2c(1).Detach(0x40);
        bench.Run(3);
        string answer = console.Ask("log 2");
        StringAssert.Contains(answer, "sensor of grid, no answer\r\n");
        StringAssert.Contains(answer, "fault begins: grid-sensor\r\n");
        Assert.AreEqual(2, answer.Split("\r\n").Count(row => row.Contains('.')));
    }

    [TestMethod]
    public void PasswordsAreNotShown()
    {
        using var console = new ConsoleBench(MeterBench.Usual + "broker-password = secret\nbroker-password = secret\n");
        MeterBench bench = console.Meter;
        bench.Run(1);
        string answers = console.Ask("config get broker-password") + console.Ask("config list") + console.Ask("config");
        StringAssert.Contains(answers, "broker-password = (not shown):\r\n  set before");
        Assert.DoesNotContain("secret", answers);
    }

    [TestMethod]
    [DataRow("nonsense", "Unknown command")]
    [DataRow("log x", "Usage:\r\nlog [N]")]
    [DataRow("log 0", "Usage:\r\nlog [N]")]
    [DataRow("config what", "Usage:\r\nconfig")]
    [DataRow("config get nothing", "Unknown key")]
    [DataRow("config list 0", "Usage:\r\nconfig")]
    [DataRow("config list 5", "Usage:\r\nconfig")]
    [DataRow("config list 2147483647", "Usage:\r\nconfig")]
    [DataRow("help nothing", "No such command")]
    [DataRow("status now", "Usage:\r\nstatus")]
    [DataRow("registers import", "Usage:\r\nregisters")]
    [DataRow("meter twice", "Usage:\r\nmeter")]
    [DataRow("meter once more", "Usage:\r\nmeter")]
    [DataRow("slot 1", "Usage:\r\nslot")]
    [DataRow("outbox x", "Usage:\r\noutbox")]
    [DataRow("replay -1", "Usage:\r\nreplay")]
    [DataRow("network x", "Usage:\r\nnetwork")]
    [DataRow("test x", "Usage:\r\ntest")]
    [DataRow("reboot later", "Usage:\r\nreboot")]
    public void WrongLinesAreExplained(string line, string answer)
    {
        using var console = new ConsoleBench();
        MeterBench bench = console.Meter;
        bench.Run(1);
        StringAssert.Contains(console.Ask(line), answer);
    }

    /// <summary>Output never holds up sampling: a step sends at most 64 bytes.</summary>
    [TestMethod]
    public void AStepSendsAFewBytes()
    {
        using var console = new ConsoleBench();
        MeterBench bench = console.Meter;
        bench.Run(1);
        console.Port.TakeText();
        console.Port.Type("config list\r");
        for (int i = 0; i < 100; i++)
        {
            bench.Time.Spend(bench.App.Step() * 1000L);
            Assert.IsLessThanOrEqualTo(64, console.Port.TakeText().Length);
        }
    }

    /// <summary>Whatever is typed, known words included: never an exception, and the console still answers.</summary>
    [TestMethod]
    public void AnyInput()
    {
        using var console = new ConsoleBench();
        MeterBench bench = console.Meter;
        bench.Run(1);
        Gen<string> word = Gen.Elements("help", "status", "registers", "meter once", "slot", "qtable", "qtable 95", "qtable get 0", "config", "get", "list", "log", "0", "-1", "99999999999", "\u001b[A", "\b", " ", "", "\0", "x");
        Gen<string> line = word.ListOf().Select(words => string.Join(' ', words));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(Arb.From(line), ArbMap.Default.ArbFor<byte[]>(), (typed, bytes) =>
            {
                console.Port.Type(Encoding.Latin1.GetString(bytes) + typed + "\r");
                console.Drain();
                return console.Ask("\u0003help log").Contains("the latest N events", StringComparison.Ordinal);
            }));
    }
}
