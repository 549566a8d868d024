// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>The in-process broker's pump, logical time and network faults.</summary>
[TestClass]
public sealed class InProcessFaultTests
{
    /// <summary>Nothing happens inside a call; one pump does it all, answers of handlers included.</summary>
    [TestMethod]
    public void EventsWaitForThePump()
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        IMqttSession session = Open(broker, "echo", log);
        session.MessageReceived += message =>
        {
            if (message.Payload[0] < 3)
            {
                session.Publish("echo", [(byte)(message.Payload[0] + 1)], 1, false);
                Assert.AreEqual(0, broker.Pump(), "A pump inside a handler leaves the work to the one that called it.");
            }
        };
        session.Subscribe(["echo"], 1);
        session.Publish("echo", [1], 1, false);
        Assert.AreEqual(0, log.Count);
        Assert.AreEqual(7, broker.Pump());
        string[] expected = ["SUBACK", "echo 1", "PUBACK", "echo 2", "PUBACK", "echo 3", "PUBACK"];
        CollectionAssert.AreEqual(expected, log);
        Assert.AreEqual(0, broker.Pump());
    }

    /// <summary>A handler that throws stops the pump, loses nothing, and the next pump goes on.</summary>
    [TestMethod]
    public void ThrowingHandlerLosesNothing()
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        IMqttSession session = Open(broker, "thrower", log);
        session.MessageReceived += message =>
        {
            if (message.Payload[0] == 1)
            {
                throw new NotSupportedException();
            }
        };
        session.Subscribe(["t"], 0);
        session.Publish("t", [1], 0, false);
        session.Publish("t", [2], 0, false);
        Assert.ThrowsExactly<NotSupportedException>(() => broker.Pump());
        Assert.AreEqual(1, broker.Pump());
        string[] expected = ["SUBACK", "t 1", "t 2"];
        CollectionAssert.AreEqual(expected, log);
    }

    /// <summary>MQTT-3.3.5-1. (Mosquitto 2.0 delivers with the QoS of the first filter it finds, so this is not in the matrix.)</summary>
    [TestMethod]
    public void OverlappingFiltersGiveTheHighestQos()
    {
        var broker = new InProcessBroker();
        IMqttSession session = Open(broker, "s", []);
        var qos = new List<int>();
        session.MessageReceived += message => qos.Add(message.QualityOfService);
        session.Subscribe(["a/#", "a/b"], 0);
        session.Subscribe(["a/+"], 1);
        session.Publish("a/b", [1], 1, false);
        broker.Pump();
        CollectionAssert.AreEqual(new[] { 1 }, qos);
    }

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
        Open(broker, "watcher", watcherLog).Subscribe(["will", "t"], 1);
        IMqttSession session = Open(broker, "victim", log, isClean: false, new MqttWill("will", [7], 1, false));
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

    /// <summary>Silence: the broker gives up after 1.5 keep alives (MQTT-3.1.2-24), the client after 2; messages fail after three time-outs.</summary>
    [TestMethod]
    public void SilentClientIsGivenUpByBothEnds()
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        var watcherLog = new List<string>();
        Open(broker, "watcher", watcherLog).Subscribe(["#"], 1);
        IMqttSession session = Open(broker, "victim", log, isClean: true, new MqttWill("will", [7], 1, false));
        broker.Pump();
        Assert.IsTrue(broker.SilenceClient("victim"));
        session.Publish("t", [1], 1, false);
        broker.AdvanceTo(2_999);
        Assert.AreEqual(0, log.Count);
        Assert.AreEqual(3_000, broker.NextDueMilliseconds);
        broker.AdvanceTo(3_000);
        CollectionAssert.AreEqual(new[] { "no PUBACK" }, log);
        broker.AdvanceTo(29_999);
        CollectionAssert.AreEqual(new[] { "SUBACK" }, watcherLog);
        broker.AdvanceTo(30_000);
        CollectionAssert.AreEqual(new[] { "SUBACK", "will 7" }, watcherLog);
        Assert.IsTrue(session.IsConnected);
        broker.AdvanceTo(40_000);
        Assert.IsFalse(session.IsConnected);
        CollectionAssert.AreEqual(new[] { "no PUBACK", "Closed" }, log);
    }

    /// <summary>A silenced client that connects anew is heard again, and timers of the old connection do not touch the new one.</summary>
    [TestMethod]
    public void SilenceEndsWithTheConnection()
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        IMqttSession session = Open(broker, "victim", log);
        broker.SilenceClient("victim");
        session.Abort();
        session.Connect(Options("victim", true, null));
        session.Subscribe(["t"], 0);
        broker.AdvanceTo(100_000);
        session.Publish("t", [1], 0, false);
        broker.Pump();
        Assert.IsTrue(session.IsConnected);
        CollectionAssert.AreEqual(new[] { "SUBACK", "t 1" }, log);
    }

    /// <summary>A short silence loses nothing in either direction, QoS 0 and clean session included: TCP repeats.</summary>
    [TestMethod]
    public void ShortSilenceLosesNothing()
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        var otherLog = new List<string>();
        IMqttSession session = Open(broker, "victim", log);
        IMqttSession other = Open(broker, "other", otherLog);
        session.Subscribe(["down"], 0);
        other.Subscribe(["up"], 1);
        broker.Pump();
        session.IsSilent = true;
        other.Publish("down", [1], 0, false);
        session.Publish("up", [2], 1, false);
        broker.AdvanceTo(1_500);
        other.Publish("down", [3], 0, false);
        session.IsSilent = false;
        broker.AdvanceTo(100_000);
        CollectionAssert.AreEqual(new[] { "SUBACK", "down 1", "down 3", "PUBACK" }, log);
        CollectionAssert.AreEqual(new[] { "SUBACK", "up 2" }, otherLog);
        Assert.IsTrue(session.IsConnected);
    }

    /// <summary>A silence that outlasts the broker's patience: when the network is back, the broker resets the connection it has given up.</summary>
    [TestMethod]
    public void LongSilenceEndsTheConnection()
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        IMqttSession session = Open(broker, "victim", log);
        session.IsSilent = true;
        broker.AdvanceTo(31_000);
        Assert.IsTrue(session.IsConnected);
        session.IsSilent = false;
        broker.Pump();
        CollectionAssert.AreEqual(new[] { "Closed" }, log);
        Assert.IsFalse(session.IsConnected);
    }

    /// <summary>A client whose power fails says nothing: the broker publishes the will when its keep alive is over.</summary>
    [TestMethod]
    public void SilentClientThatIsDisposedIsMournedLater()
    {
        var broker = new InProcessBroker();
        var watcherLog = new List<string>();
        Open(broker, "watcher", watcherLog).Subscribe(["will"], 1);
        var log = new List<string>();
        IMqttSession session = Open(broker, "victim", log, isClean: true, new MqttWill("will", [7], 1, false));
        session.IsSilent = true;
        session.Dispose();
        broker.AdvanceTo(29_999);
        CollectionAssert.AreEqual(new[] { "SUBACK" }, watcherLog);
        broker.AdvanceTo(30_000);
        CollectionAssert.AreEqual(new[] { "SUBACK", "will 7" }, watcherLog);
        broker.AdvanceTo(100_000);
        Assert.AreEqual(0, log.Count);
    }

    /// <summary>Loss on all legs: every QoS 1 message is acknowledged or failed, what was acknowledged reached the broker, repetition helps.</summary>
    [TestMethod]
    public void LossIsRepairedByRepetition()
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        Open(broker, "subscriber", log).Subscribe(["t"], 1);
        var acknowledgements = new List<string>();
        IMqttSession publisher = Open(broker, "publisher", acknowledgements);
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
        IMqttSession session = Open(broker, "s", log);
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

    /// <summary>The queue of a client that is away is bounded, and what is not kept is counted.</summary>
    [TestMethod]
    public void QueueOfAnAbsentClientIsBounded()
    {
        var broker = new InProcessBroker { MaxWaitingMessages = 10 };
        var log = new List<string>();
        IMqttSession keeper = Open(broker, "keeper", log, isClean: false);
        keeper.Subscribe(["t"], 1);
        keeper.Disconnect();
        IMqttSession publisher = Open(broker, "publisher", []);
        for (int i = 0; i < 25; i++)
        {
            publisher.Publish("t", [(byte)i], 1, false);
        }

        Assert.AreEqual(15, broker.Counters.NotKept);
        keeper.Connect(Options("keeper", false, null));
        log.Clear();
        broker.Pump();
        CollectionAssert.AreEqual(Enumerable.Range(0, 10).Select(i => $"t {i}").ToArray(), log);
    }

    private static string[] DeliverThroughFaults(int seed)
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        IMqttSession session = Open(broker, "s", log);
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

    private static MqttConnectOptions Options(string clientId, bool isClean, MqttWill? will)
    {
        return new MqttConnectOptions
        {
            ClientId = clientId,
            IsCleanSession = isClean,
            Will = will,
            KeepAliveSeconds = 20,
            AcknowledgementTimeoutMilliseconds = 1000,
        };
    }

    private static IMqttSession Open(InProcessBroker broker, string clientId, List<string> log, bool isClean = true, MqttWill? will = null)
    {
        IMqttSession session = broker.CreateSession();
        session.MessageReceived += message => log.Add($"{message.Topic} {message.Payload[0]}");
        session.Published += (_, isAcknowledged) => log.Add(isAcknowledged ? "PUBACK" : "no PUBACK");
        session.Subscribed += (_, _) => log.Add("SUBACK");
        session.Closed += () => log.Add("Closed");
        Assert.IsTrue(session.Connect(Options(clientId, isClean, will)).IsAccepted);
        return session;
    }
}
