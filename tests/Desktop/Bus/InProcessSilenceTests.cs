// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>Clients of the in-process broker that fall silent, in logical time.</summary>
[TestClass]
public sealed class InProcessSilenceTests
{
    /// <summary>Silence: the broker gives up after 1.5 keep alives (MQTT-3.1.2-24), the client after 2; messages fail after three time-outs.</summary>
    [TestMethod]
    public void SilentClientIsGivenUpByBothEnds()
    {
        var broker = new InProcessBroker();
        var log = new List<string>();
        var watcherLog = new List<string>();
        LoggedSession.Open(broker, "watcher", watcherLog).Subscribe(["#"], 1);
        IMqttSession session = LoggedSession.Open(broker, "victim", log, isClean: true, new MqttWill("will", [7], 1, false));
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
        IMqttSession session = LoggedSession.Open(broker, "victim", log);
        broker.SilenceClient("victim");
        session.Abort();
        session.Connect(LoggedSession.Options("victim", true, null));
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
        IMqttSession session = LoggedSession.Open(broker, "victim", log);
        IMqttSession other = LoggedSession.Open(broker, "other", otherLog);
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
        IMqttSession session = LoggedSession.Open(broker, "victim", log);
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
        LoggedSession.Open(broker, "watcher", watcherLog).Subscribe(["will"], 1);
        var log = new List<string>();
        IMqttSession session = LoggedSession.Open(broker, "victim", log, isClean: true, new MqttWill("will", [7], 1, false));
        session.IsSilent = true;
        session.Dispose();
        broker.AdvanceTo(29_999);
        CollectionAssert.AreEqual(new[] { "SUBACK" }, watcherLog);
        broker.AdvanceTo(30_000);
        CollectionAssert.AreEqual(new[] { "SUBACK", "will 7" }, watcherLog);
        broker.AdvanceTo(100_000);
        Assert.AreEqual(0, log.Count);
    }
}
