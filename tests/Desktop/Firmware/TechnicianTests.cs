// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;

namespace Prosumeter.Tests.Firmware;

/// <summary>The commands of a technician: register correction, self-test, outbox, network, live values, and the form for tools.</summary>
[TestClass]
public sealed class TechnicianTests
{
    [TestMethod]
    public void ARegisterIsRaisedAfterConfirmationAndLogged()
    {
        using var bench = new ConsoleBench();
        bench.Unlock();
        string answer = bench.Ask("preset import 1234.5");
        StringAssert.Contains(answer, "to                 1234.500000 kWh");
        StringAssert.Contains(answer, "\"preset confirm\" does it; it cannot be undone.");
        Assert.IsLessThan(1_000_000L, bench.Meter.Meter.Registers.Import.MilliwattHours);
        StringAssert.Contains(bench.Ask("preset confirm"), "1234.500000 kWh");
        StringAssert.Contains(bench.Ask("preset confirm"), "Nothing to confirm.");
        StringAssert.Contains(bench.Ask("log"), "register preset, kWh 1234");
        bench.Meter.PowerCycle();
        Assert.IsGreaterThanOrEqualTo(1_234_500_000L, bench.Meter.Meter.Registers.Import.MilliwattHours);
        Assert.IsLessThan(1_234_600_000L, bench.Meter.Meter.Registers.Import.MilliwattHours);
    }

    [TestMethod]
    [DataRow("preset 1.8.0 0", "Registers only rise.")]
    [DataRow("preset export 0", "Registers only rise.")]
    [DataRow("preset roof 5", "Usage:")]
    [DataRow("preset import -5", "Usage:")]
    [DataRow("preset import 5.0000001", "Usage:")]
    [DataRow("preset import", "Usage:")]
    public void ARegisterNeverFalls(string line, string expected)
    {
        using var bench = new ConsoleBench();
        bench.Unlock();
        StringAssert.Contains(bench.Ask(line), expected);
        StringAssert.Contains(bench.Ask("preset confirm"), "Nothing to confirm.");
    }

    /// <summary>A register that has risen past the value before it was confirmed stays.</summary>
    [TestMethod]
    public void AConfirmationThatComesTooLateChangesNothing()
    {
        using var bench = new ConsoleBench();
        bench.Unlock();
        bench.Meter.SetPower(3600, 0, 0, 50);
        bench.Ask("preset import 0.005");
        bench.Meter.Run(20);
        StringAssert.Contains(bench.Ask("preset confirm"), "Nothing to confirm.");
    }

    [TestMethod]
    public void TheSelfTestTellsWhatWorks()
    {
        using var bench = new ConsoleBench();
        bench.Meter.TellPrice(bench.Meter.Slot);
        string answer = bench.Ask("test");
        Assert.DoesNotContain("FAIL", answer);
        Assert.AreEqual(7, answer.Split("PASS").Length - 1);
        bench.Meter.Board.I2c(1).Detach(0x41);
        bench.Meter.Link.Accepts = false;
        bench.Meter.Link.Break();
        answer = bench.Ask("test");
        StringAssert.Contains(answer, "FAIL  generation  no answer");
        StringAssert.Contains(answer, "FAIL  broker      closed");
    }

    /// <summary>A stuck bus is tried once: each try blocks the board for up to a second, and sampling must go on.</summary>
    [TestMethod]
    public void TheSelfTestTriesAStuckBusOnce()
    {
        using var bench = new ConsoleBench();
        bench.Meter.Board.I2c(1).IsStuck = true;
        bench.Meter.Run(0.5);
        bench.Port.Type("test\r");
        long longest = 0;
        string answer = "";
        for (int i = 0; i < 20; i++)
        {
            long before = bench.Meter.Time.MonotonicMicroseconds;
            int wait = bench.Meter.App.Step();
            longest = Math.Max(longest, bench.Meter.Time.MonotonicMicroseconds - before);
            bench.Meter.Time.Spend(wait * 1000L);
            answer += bench.Port.TakeText();
        }

        Assert.AreEqual(3, answer.Split("bus stuck").Length - 1);
        Assert.IsLessThan(2_100_000L, longest, "one try of the sampler and one of the test");
    }

    [TestMethod]
    public void TheOutboxTellsWhatWaits()
    {
        using var bench = new ConsoleBench();
        bench.Meter.Link.Acknowledges = false;
        bench.Meter.SetPower(0, 2000, 0, 95);
        bench.Meter.TellPrice(bench.Meter.Slot + 1);
        bench.Meter.Run(125);
        using JsonDocument json = JsonDocument.Parse(bench.Ask("json outbox"));
        JsonElement outbox = json.RootElement;
        Assert.AreEqual(outbox.GetProperty("waiting").GetInt32(), outbox.GetProperty("bids").GetInt32() + outbox.GetProperty("slotReports").GetInt32());
        Assert.IsGreaterThan(0, outbox.GetProperty("bids").GetInt32());
        Assert.AreEqual(2, outbox.GetProperty("slotReports").GetInt32());
        Assert.IsGreaterThan(0, outbox.GetProperty("readingsWaiting").GetInt32());
        Assert.AreEqual(0, outbox.GetProperty("readingsGivenWay").GetInt32());
    }

    [TestMethod]
    public void TheNetworkTellsItsTroubles()
    {
        using var bench = new ConsoleBench(MeterBench.Usual + "broker-host = broker.example\nbroker-user = u\nbroker-password = secret\n");
        bench.Meter.Link.Accepts = false;
        bench.Meter.Link.Break();
        bench.Meter.Run(30);
        string answer = bench.Ask("network");
        StringAssert.Contains(answer, "link               closed");
        StringAssert.Contains(answer, "losses             1");
        StringAssert.Contains(answer, "address            192.0.2.17");
        StringAssert.Contains(answer, "last failure       broker refuses, code 5");
        StringAssert.Contains(answer, "broker.example");
        Assert.DoesNotContain("secret", answer);
    }

    /// <summary>"meter" goes on each second until a key is pressed, and the key is not taken for a command.</summary>
    [TestMethod]
    [DataRow("\r", "q")]
    [DataRow("\r\n", "q")]
    [DataRow("\r", "\r\n")]
    [DataRow("\r", "\u001B[A")]
    [DataRow("\r", "\u0003")]
    public void LiveValuesEndWithAKey(string lineEnd, string key)
    {
        using var bench = new ConsoleBench();
        bench.Port.Type("meter" + lineEnd);
        bench.Meter.Run(4.5);
        string shown = bench.Port.TakeText();
        Assert.AreEqual(5, shown.Split("state of charge").Length - 1);
        Assert.DoesNotContain("> ", shown);
        bench.Port.Type(key);
        string end = bench.Drain();
        Assert.EndsWith("> ", end);
        Assert.HasCount(2, end.Split("> "), end);
        bench.Meter.Run(3);
        Assert.AreEqual("", bench.Port.TakeText());
        StringAssert.Contains(bench.Ask("lock"), "Locked.");
    }

    [TestMethod]
    public void OverMqttLiveValuesComeOnce()
    {
        using var bench = new ConsoleBench();
        int parts = bench.Command("meter").Count;
        bench.Meter.Run(5);
        Assert.AreEqual(parts, bench.Meter.Link.Sent<Acknowledgement>().Count);
    }
}
