// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>The in-process broker's network faults: refused, dropped, lost, repeated, late.</summary>
[TestClass]
public sealed class InProcessFaultTests
{
    /// <summary>A client that connects gets the answer that was set, and none when the fault is for others.</summary>
    [TestMethod]
    [DataRow(MqttConnectStatus.ServerUnavailable)]
    [DataRow(MqttConnectStatus.NotAuthorized)]
    [DataRow(MqttConnectStatus.Unreachable)]
    [DataRow(MqttConnectStatus.TimedOut)]
    public void ConnectIsRefused(MqttConnectStatus status)
    {
        var broker = new InProcessBroker();
        broker.Faults.ConnectAnswer = status;
        broker.Faults.AppliesTo = id => id == "unlucky";
        using IMqttSession session = broker.CreateSession();
        MqttConnectResult answer = session.Connect(new MqttConnectOptions { ClientId = "unlucky" });
        Assert.AreEqual(status, answer.Status);
        StringAssert.Contains(answer.Reason, status.ToString());
        Assert.IsFalse(session.IsConnected);
        Assert.IsTrue(session.Connect(new MqttConnectOptions { ClientId = "lucky" }).IsAccepted);
    }

    /// <summary>A dropped client hears Closed, its will is published; what a kept session misses waits.</summary>
    [TestMethod]
    public void DroppedClientIsToldAndMourned()
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        var watcherLog = new List<string>();
        LoggedSession.Open(broker, "watcher", watcherLog).Subscribe(["will", "t"], 1);
        IMqttSession session = LoggedSession.Open(broker, "victim", log, isClean: false, new MqttWill("will", [7], 1, false));
        session.Subscribe(["t"], 1);
        broker.Pump();
        session.Publish("t", [1], 1, false);
        Assert.IsTrue(broker.DropClient("victim"));
        Assert.IsFalse(broker.DropClient("victim"));
        Assert.IsFalse(session.IsConnected);
        broker.Pump();
        CollectionAssert.AreEqual(new[] { "SUBACK", "PUBACK", "Closed" }, log);
        CollectionAssert.AreEqual(new[] { "SUBACK", "t 1", "will 7" }, watcherLog);
        Assert.IsTrue(session.Connect(new MqttConnectOptions { ClientId = "victim", IsCleanSession = false }).IsSessionPresent);
        broker.Pump();
        Assert.AreEqual("t 1", log[^1]);
        broker.DropAllClients();
        broker.Pump();
        Assert.AreEqual("Closed", log[^1]);
        Assert.AreEqual("Closed", watcherLog[^1]);
    }

    /// <summary>Loss on all legs: every QoS 1 message is acknowledged or failed, what was acknowledged reached the broker, repetition helps.</summary>
    [TestMethod]
    public void LossIsRepairedByRepetition()
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        LoggedSession.Open(broker, "subscriber", log).Subscribe(["t"], 1);
        var acknowledgements = new List<string>();
        IMqttSession publisher = LoggedSession.Open(broker, "publisher", acknowledgements);
        broker.Pump();
        broker.Faults.AppliesTo = id => id == "publisher";
        broker.Faults.LosePermille = 300;
        for (int i = 0; i < 200; i++)
        {
            publisher.Publish("t", [(byte)i], 1, false);
        }

        broker.AdvanceTo(10_000);
        int failed = acknowledgements.Count(e => e == "no PUBACK");
        int distinct = log.Distinct().Count() - 1;
        Assert.AreEqual(200, acknowledgements.Count);
        Assert.IsTrue(failed is > 5 and < 60, $"Three attempts of which 51 % fail leave 13 %, not {failed} of 200.");
        Assert.IsTrue(distinct >= 200 - failed && log.Count - 1 > distinct, "Lost acknowledgements make duplicates, never losses.");
        Assert.AreEqual(broker.Counters.Published, log.Count - 1);
    }

    /// <summary>Duplicates, delays and reordering are counted, keep the set of messages, and the seed decides them.</summary>
    [TestMethod]
    public void FaultsAreReproducible()
    {
        string[] first = DeliverThroughFaults(seed: 5);
        CollectionAssert.AreEqual(first, DeliverThroughFaults(seed: 5));
        CollectionAssert.AreNotEqual(first, DeliverThroughFaults(seed: 6));
        Assert.AreEqual(100, first.Distinct().Count());
        Assert.IsTrue(first.Length > 105, "Some come twice.");
        CollectionAssert.AreNotEqual(first.OrderBy(x => x.Length).ThenBy(x => x, StringComparer.Ordinal).ToArray(), first, "Some overtake others.");
    }

    /// <summary>Reordering alone needs no time: all come in one pump, none twice.</summary>
    [TestMethod]
    public void ReorderingStaysInThePump()
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        IMqttSession session = LoggedSession.Open(broker, "s", log);
        session.Subscribe(["t"], 1);
        broker.Faults.ReorderPermille = 500;
        for (int i = 0; i < 50; i++)
        {
            session.Publish("t", [(byte)i], 0, false);
        }

        broker.Pump();
        string[] expected = [.. Enumerable.Range(0, 50).Select(i => $"t {i}")];
        CollectionAssert.AreEquivalent(expected, log.Skip(1).ToArray());
        CollectionAssert.AreNotEqual(expected, log.Skip(1).ToArray());
    }

    private static string[] DeliverThroughFaults(int seed)
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        IMqttSession session = LoggedSession.Open(broker, "s", log);
        session.Subscribe(["t"], 1);
        broker.Pump();
        log.Clear();
        session.Published += (_, _) => log.RemoveAt(log.Count - 1);
        broker.Faults.Seed(seed);
        broker.Faults.DuplicatePermille = 200;
        broker.Faults.DelayPermille = 200;
        broker.Faults.MaxDelayMilliseconds = 500;
        for (int i = 0; i < 100; i++)
        {
            session.Publish("t", [(byte)i], 1, false);
        }

        broker.AdvanceTo(20_000);
        Assert.IsTrue(broker.Counters.Duplicated > 0 && broker.Counters.HeldBack > 0 && broker.Counters.Lost == 0);
        return [.. log];
    }
}
