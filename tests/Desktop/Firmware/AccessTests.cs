// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>Who may do what, over the serial line and over MQTT (docs/PROTOCOL.md, P-52 and P-53).</summary>
[TestClass]
public sealed class AccessTests
{
    [TestMethod]
    [TestCategory("P-52")]
    public void AWritingCommandNeedsThePin()
    {
        using var bench = new ConsoleBench();
        StringAssert.Contains(bench.Ask("qtable take"), "Locked: \"unlock PIN\" first.");
        StringAssert.Contains(bench.Ask("unlock 0000"), "Unlocked only to set a PIN of your own: pin NEW.");
        StringAssert.Contains(bench.Ask("qtable take"), "Unlocked only to set a PIN of your own: pin NEW.");
        StringAssert.Contains(bench.Ask("pin 2468"), "The PIN is changed.");
        StringAssert.Contains(bench.Ask("qtable take"), "bytes are missing or wrong");
        StringAssert.Contains(bench.Ask("lock"), "Locked.");
        StringAssert.Contains(bench.Ask("qtable take"), "Locked: \"unlock PIN\" first.");
        StringAssert.Contains(bench.Ask("unlock 2468"), "Unlocked for 10 minutes.");
        bench.Meter.Run(601);
        StringAssert.Contains(bench.Ask("qtable take"), "Locked: \"unlock PIN\" first.");
    }

    [TestMethod]
    [TestCategory("P-52")]
    public void OverMqttTheSameRuleHoldsAndTheReasonIsOnAck()
    {
        using var bench = new ConsoleBench();
        bench.Unlock();
        Acknowledgement answer = bench.Command("qtable take").Single();
        Assert.AreEqual((int)RefusalReason.NotPermitted, answer.Reason, "the serial line is unlocked, not this channel");
        StringAssert.Contains(answer.Text, "Locked");
        Assert.AreEqual((int)RefusalReason.NotPermitted, bench.Command("unlock 1111").Single().Reason);
        Assert.AreEqual((int)RefusalReason.Taken, bench.Command("unlock " + ConsoleBench.Pin).Single().Reason);
        answer = bench.Command("qtable take").Single();
        Assert.AreEqual((int)RefusalReason.NotDone, answer.Reason);
        Assert.AreEqual((int)RefusalReason.NotDone, bench.Command("nonsense").Single().Reason);
    }

    [TestMethod]
    public void WrongPinsAreLoggedAndWaitedFor()
    {
        using var bench = new ConsoleBench();
        for (int i = 0; i < 3; i++)
        {
            StringAssert.Contains(bench.Ask("unlock 123"), "Wrong PIN. Next try in ");
        }

        StringAssert.Contains(bench.Ask("unlock 0000"), "Not looked at: too many wrong PINs. Next try in 30 s.");
        StringAssert.Contains(bench.Ask("log"), "wrong PIN, channel 0");
        bench.Meter.PowerCycle();
        StringAssert.Contains(bench.Ask("unlock 0000"), "Next try in 30 s.");
        bench.Meter.Run(31);
        StringAssert.Contains(bench.Ask("unlock 0000"), "Unlocked");
    }

    /// <summary>A PIN is not shown while it is typed.</summary>
    [TestMethod]
    [DataRow("unlock 2468", "unlock ****")]
    [DataRow("pin 2468", "pin ****")]
    [DataRow("json unlock 2468", "json unlock ****")]
    [DataRow("ping 2468", "ping 2468")]
    public void APinIsNotEchoed(string typed, string echoed)
    {
        using var bench = new ConsoleBench();
        bench.Port.Type(typed);
        Assert.AreEqual(echoed, bench.Drain());
    }

    [TestMethod]
    [TestCategory("P-53")]
    public void AShortAnswerIsOneAcknowledgement()
    {
        using var bench = new ConsoleBench();
        Assert.StartsWith("1.8.0    import     0.000", bench.Command("registers").Single().Text);
        Assert.AreEqual("Locked.\n", bench.Command("lock").Single().Text);
    }

    /// <summary>A longer one comes in parts that say which they are; put together they are the answer.</summary>
    [TestMethod]
    [DataRow("json status")]
    [DataRow("json slot")]
    [DataRow("json config list")]
    [DataRow("status")]
    [TestCategory("P-53")]
    public void ALongAnswerComesInParts(string line)
    {
        using var bench = new ConsoleBench();
        bench.Meter.Run(3);
        IReadOnlyList<Acknowledgement> parts = bench.Command(line);
        Assert.IsGreaterThan(1, parts.Count);
        string whole = "";
        for (int i = 0; i < parts.Count; i++)
        {
            Assert.IsLessThanOrEqualTo(Acknowledgement.LongestText, parts[i].Text.Length);
            Assert.StartsWith($"{i + 1}/{parts.Count} ", parts[i].Text);
            Assert.AreEqual(parts[0].Reason, parts[i].Reason);
            whole += parts[i].Text[(parts[i].Text.IndexOf(' ') + 1)..];
        }

        if (line.StartsWith("json", System.StringComparison.Ordinal))
        {
            using JsonDocument json = JsonDocument.Parse(whole);
        }
        else
        {
            StringAssert.Contains(whole, "faults");
            Assert.EndsWith("\n", whole);
        }
    }

    /// <summary>A link that takes only one message at a time gets all parts, and what comes meanwhile waits its turn.</summary>
    [TestMethod]
    [TestCategory("P-53")]
    public void AnsweringGoesOnWhenTheLinkIsFull()
    {
        using var bench = new ConsoleBench();
        bench.Meter.Link.Refuses = 3;
        IReadOnlyList<Acknowledgement> parts = bench.Command("json status");
        Assert.StartsWith($"1/{parts.Count} ", parts[0].Text);
        Assert.StartsWith($"{parts.Count}/{parts.Count} ", parts[^1].Text);
    }
}
