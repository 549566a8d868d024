// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>What the in-process broker does by its pump, and what it keeps for an absent client.</summary>
[TestClass]
public sealed class InProcessPumpTests
{
    /// <summary>Nothing happens inside a call; one pump does it all, answers of handlers included.</summary>
    [TestMethod]
    public void EventsWaitForThePump()
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        IMqttSession session = LoggedSession.Open(broker, "echo", log);
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
        IMqttSession session = LoggedSession.Open(broker, "thrower", log);
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
        IMqttSession session = LoggedSession.Open(broker, "s", []);
        var qos = new List<int>();
        session.MessageReceived += message => qos.Add(message.QualityOfService);
        session.Subscribe(["a/#", "a/b"], 0);
        session.Subscribe(["a/+"], 1);
        session.Publish("a/b", [1], 1, false);
        broker.Pump();
        CollectionAssert.AreEqual(new[] { 1 }, qos);
    }

    /// <summary>The queue of a client that is away is bounded, and what is not kept is counted.</summary>
    [TestMethod]
    public void QueueOfAnAbsentClientIsBounded()
    {
        var broker = new InProcessBroker { MaxWaitingMessages = 10 };
        var log = new List<string>();
        IMqttSession keeper = LoggedSession.Open(broker, "keeper", log, isClean: false);
        keeper.Subscribe(["t"], 1);
        keeper.Disconnect();
        IMqttSession publisher = LoggedSession.Open(broker, "publisher", []);
        for (int i = 0; i < 25; i++)
        {
            publisher.Publish("t", [(byte)i], 1, false);
        }

        Assert.AreEqual(15, broker.Counters.NotKept);
        keeper.Connect(LoggedSession.Options("keeper", false, null));
        log.Clear();
        broker.Pump();
        CollectionAssert.AreEqual(Enumerable.Range(0, 10).Select(i => $"t {i}").ToArray(), log);
    }
}
