// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Simulator.Boards.Flash;
using Prosumeter.Tests.SharedProtocol;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Firmware;

/// <summary>How a meter speaks and what it takes: the mirror, typed commands, sequences, faults (docs/PROTOCOL.md).</summary>
[TestClass]
public sealed class MeterSpeechTests
{
    [TestMethod]
    [TestCategory("P-7")]
    public void TheMirrorSaysTheSameOnceAndIsNotRetained()
    {
        using var bench = new MeterBench(MeterBench.Usual + "json-mirror = on\n");
        bench.SetPower(0, 2000, 0, 95);
        bench.Run(5);
        bench.TellPrice(bench.Slot + 1);
        bench.RunUntilBefore(bench.Slot + 1, -10);
        List<(string Topic, byte[] Payload, bool IsRetained)> mirror = bench.Link.Published.FindAll(message => message.Topic.EndsWith("/json", StringComparison.Ordinal));
        Assert.IsFalse(mirror.Exists(message => message.IsRetained));
        CollectionAssert.AreEquivalent(
            bench.Link.Published.Where(message => !message.Topic.EndsWith("/json", StringComparison.Ordinal)).Select(message => message.Topic + "/json " + Text(message.Payload)).ToArray(),
            mirror.ConvertAll(message => message.Topic + " " + Text(message.Payload)));
        Assert.IsTrue(mirror.Exists(message => message.Topic.EndsWith("/bid/json", StringComparison.Ordinal)));
        bench.Link.Published.Clear();
        Replay(bench);
        Assert.IsNotEmpty(bench.Link.Sent<SlotReport>());
        Assert.IsFalse(bench.Link.Published.Exists(message => message.Topic.EndsWith("/report/json", StringComparison.Ordinal)), "replays are not mirrored");
    }

    [TestMethod]
    [TestCategory("P-7")]
    public void WithoutBeingToldThereIsNoMirror()
    {
        using var bench = new MeterBench();
        bench.Run(90);
        Assert.IsFalse(bench.Link.Published.Exists(message => message.Topic.EndsWith("/json", StringComparison.Ordinal)));
    }

    /// <summary>A command may be typed; a meter has room for 256 bytes in either form.</summary>
    [TestMethod]
    [TestCategory("P-16")]
    [TestCategory("P-35")]
    [DataRow(150, 1, 0)]
    [DataRow(256, 1, 0)]
    [DataRow(257, 0, 1)]
    public void ACommandMayBeTyped(int length, int answers, int dropped)
    {
        using var bench = new MeterBench();
        bench.Run(5);
        string text = "{\"version\":1,\"type\":\"cmd\",\"meter\":16,\"slot\":0,\"sequence\":7,\"flags\":0,\"line\":\"registers\"}";
        bench.Link.Deliver(Topics.ForMeter(MeterBench.Cluster, MeterBench.MeterNumber, MessageType.Command), Encoding.ASCII.GetBytes(text.PadRight(length)));
        bench.Run(3);
        Assert.HasCount(answers, bench.Link.Sent<Acknowledgement>());
        Assert.IsTrue(bench.Link.Sent<Acknowledgement>().TrueForAll(answer => answer.Reason == 0 && answer.AnsweredSequence == 7));
        bench.Run(300);
        Assert.AreEqual(dropped, bench.Link.Sent<StateMessage>()[^1].DroppedCount);
    }

    /// <summary>Other clusters and alerts are for the market and its operator.</summary>
    [TestMethod]
    [TestCategory("P-36")]
    [TestCategory("P-55")]
    public void AMeterHearsNeitherOtherClustersNorAlerts()
    {
        using var bench = new MeterBench();
        bench.Run(5);
        foreach (string verb in new[] { "upper-offer", "upper-sale", "upper-purchase", "upper-receipt", "alert" })
        {
            Assert.IsFalse(Array.Exists(bench.Link.Subscriptions, filter => filter.Contains('+') || filter.Contains('#') || filter.EndsWith(verb, StringComparison.Ordinal)), verb);
        }
    }

    [TestMethod]
    [TestCategory("P-22")]
    public void SequencesNeverFallOverRestarts()
    {
        using var bench = new MeterBench(MeterBench.Usual + "reading-period-seconds = 1\n");
        var births = new List<int>();
        var states = new List<int>();
        var readings = new List<int>();
        for (int i = 0; i < 4; i++)
        {
            bench.Run(4 + i);
            births.AddRange(bench.Link.Sent<Birth>().ConvertAll(birth => birth.Sequence));
            states.AddRange(bench.Link.Sent<StateMessage>().ConvertAll(state => state.Sequence));
            readings.AddRange(bench.Link.Sent<Reading>().ConvertAll(reading => reading.Sequence));
            bench.PowerCycle();
        }

        foreach (List<int> sequences in new[] { births, states, readings })
        {
            Assert.IsGreaterThan(3, sequences.Count);
            Assert.IsTrue(sequences.Zip(sequences.Skip(1)).All(pair => pair.First < pair.Second), string.Join(' ', sequences));
        }
    }

    [TestMethod]
    [TestCategory("P-26")]
    public void TheBootCountRisesWithEachStart()
    {
        using var bench = new MeterBench();
        for (int start = 1; start <= 3; start++)
        {
            bench.Run(2);
            Assert.AreEqual(start, bench.Link.Sent<Birth>().Single().BootCount);
            bench.PowerCycle();
        }

        Array.ForEach(bench.Board.Flash.ListFiles(VirtualFlash.Root), bench.Board.Flash.Delete);
        bench.PowerCycle();
        bench.Run(2);
        Assert.AreEqual(1, bench.Link.Sent<Birth>().Single().BootCount, "the flash is new");
    }

    [TestMethod]
    [TestCategory("P-17")]
    [TestCategory("P-34")]
    public void ARegisterAtItsEndStaysAndIsReported()
    {
        using var bench = new MeterBench();
        bench.SetPower(3600, 0, 0, 50);
        bench.Run(2);
        Assert.IsTrue(bench.Meter.Registers.Import.Restore(EnergyRegister.HighestMilliwattHours - 5000, 0));
        bench.RunUntilBefore(bench.Slot + 1, -2);
        Assert.AreEqual(EnergyRegister.HighestMilliwattHours, bench.Meter.Registers.Import.MilliwattHours, 1000);
        SlotReport report = bench.Link.Sent<SlotReport>()[^1];
        Assert.AreEqual(FaultFlags.RegisterFull, report.Faults);
        Assert.AreEqual(bench.Meter.Registers.Import.MilliwattHours, report.ImportMilliwattHours, "it stays");
        Assert.AreEqual(FaultFlags.RegisterFull, bench.Link.Sent<StateMessage>()[^1].Faults);
    }

    [TestMethod]
    [TestCategory("P-17")]
    public void ABadSettingIsAFault()
    {
        using var bench = new MeterBench(MeterBench.Usual + "reading-period-seconds = often\n");
        bench.Run(3);
        Assert.AreEqual(FaultFlags.Configuration, bench.Link.Sent<StateMessage>()[^1].Faults);
    }

    [TestMethod]
    [TestCategory("P-17")]
    public void FlashThatRefusesIsAFault()
    {
        using var bench = new MeterBench();
        bench.Run(3);
        Assert.AreEqual(0, bench.Link.Sent<StateMessage>()[^1].Faults);
        bench.Board.Flash.RefusesChanges = true;
        bench.RunUntilBefore(bench.Slot + 1, -3);
        Assert.AreEqual(FaultFlags.Flash, bench.Link.Sent<StateMessage>()[^1].Faults);
    }

    private static void Replay(MeterBench bench)
    {
        bench.Link.Deliver(
            Topics.ForMeter(MeterBench.Cluster, MeterBench.MeterNumber, MessageType.Command), new Command { Meter = MeterBench.MeterNumber, Sequence = 3, Line = "replay 0" });
        bench.Run(3);
    }

    // Both forms as the same text.
    private static string Text(byte[] payload)
    {
        Message message = Shared.Wire.SampleMessages.Empty((int)MessageCodec.PeekType(payload, 0, payload.Length));
        Assert.AreEqual(RefusalReason.Taken, MessageCodec.Decode(payload, 0, payload.Length, message));
        return MessageImage.Of(message);
    }
}
