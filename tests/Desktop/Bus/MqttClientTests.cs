// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using Prosumeter.Simulator.Boards;

namespace Prosumeter.Tests.Bus;

/// <summary>The virtual board's M2Mqtt has the manners of the real library, good and bad: messages and handlers.</summary>
[TestClass]
public sealed class MqttClientTests
{
    private static readonly byte[] s_payload = Encoding.UTF8.GetBytes("x");

    /// <summary>The ordinary day: nothing is raised before the pump, then all of it, with the client's own identifiers.</summary>
    [TestMethod]
    public void PublishesAndReceives()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.CreateClient();
        Assert.AreEqual(MqttReasonCode.Success, client.Connect("meter"));
        Assert.IsTrue(client.IsConnected);
        Assert.AreEqual(1, client.Subscribe(["a/+", "b"], [MqttQoSLevel.AtLeastOnce, MqttQoSLevel.AtLeastOnce]));
        Assert.AreEqual(2, client.Publish("a/1", s_payload));
        Assert.AreEqual(3, client.Publish("b", s_payload, null, null, MqttQoSLevel.AtLeastOnce, false));
        Assert.AreEqual(4, client.Unsubscribe(["b"]));
        CollectionAssert.AreEqual(new[] { "opened 0" }, scene.Log);
        scene.Broker.Pump();
        string[] expected = ["opened 0", "subscribed 1 to 2 at 1", "a/1=x", "b=x", "published 3", "unsubscribed 4"];
        CollectionAssert.AreEqual(expected, scene.Log);
        client.Publish("b", null);
        scene.Broker.Pump();
        Assert.AreEqual("b=", scene.Seen[^1]);
        Assert.AreEqual(expected.Length, scene.Log.Count);
    }

    /// <summary>Manner 1: an exception in a handler closes the connection.</summary>
    [TestMethod]
    public void ExceptionInHandlerClosesTheConnection()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.Connect();
        client.MqttMsgPublishReceived += (_, _) => throw new NotSupportedException();
        client.Subscribe(["t"], [MqttQoSLevel.AtMostOnce]);
        scene.Publish("t", "1");
        scene.Broker.Pump();
        Assert.IsFalse(client.IsConnected);
        CollectionAssert.AreEqual(new[] { "subscribed 1 to 1 at 0", "t=1", "closed" }, scene.Log);
        CollectionAssert.Contains(scene.Seen, "will=gone");
    }

    /// <summary>Manner 2: Publish queues without a connection, and what waits goes out when there is one.</summary>
    [TestMethod]
    public void PublishBeforeConnectWaits()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.CreateClient();
        ushort id = client.Publish("t", s_payload, null, null, MqttQoSLevel.AtLeastOnce, false);
        scene.Broker.Pump();
        Assert.AreEqual(0, scene.Seen.Count);
        client.Connect("meter");
        scene.Broker.Pump();
        CollectionAssert.AreEqual(new[] { "t=x" }, scene.Seen);
        CollectionAssert.AreEqual(new[] { "opened 0", $"published {id}" }, scene.Log);
    }

    /// <summary>Manner 2: the queue has a bound, what waits for an acknowledgement counts, and a full queue swallows what comes.</summary>
    [TestMethod]
    public void FullQueueRefusesAndSwallows()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.Connect();
        client.Subscribe(["t"], [MqttQoSLevel.AtLeastOnce]);
        scene.Broker.Pump();
        scene.Log.Clear();
        int before = client.Settings.InflightQueueSize;
        client.Settings.InflightQueueSize = 2;
        try
        {
            scene.Broker.Faults.AppliesTo = id => id == "meter";
            scene.Broker.Faults.DelayPermille = 1000;
            client.Publish("a", s_payload, null, null, MqttQoSLevel.AtLeastOnce, false);
            client.Publish("a", s_payload, null, null, MqttQoSLevel.AtLeastOnce, false);
            MqttClientException error = Assert.ThrowsExactly<MqttClientException>(() => client.Publish("a", s_payload));
            Assert.AreEqual(MqttClientErrorCode.InflightQueueFull, error.ErrorCode);
            scene.Broker.Faults.DelayPermille = 0;
            scene.Publish("t", "1");
            scene.Broker.Pump();
            Assert.AreEqual(0, scene.Log.Count, "Swallowed, as in the real library.");
            scene.AdvanceTo(10);
            scene.Publish("t", "2");
            scene.Broker.Pump();
            CollectionAssert.AreEqual(new[] { "published 2", "published 3", "t=2" }, scene.Log.Order(StringComparer.Ordinal).ToArray());
        }
        finally
        {
            client.Settings.InflightQueueSize = before;
        }
    }

    /// <summary>Manner 3: three attempts a second apart, then "not published"; QoS 0 has no event at all.</summary>
    [TestMethod]
    public void MessageIsGivenUpAfterThreeSeconds()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.Connect();
        scene.Broker.SilenceClient("meter");
        client.Publish("t", s_payload);
        client.Publish("t", s_payload, null, null, MqttQoSLevel.AtLeastOnce, false);
        scene.AdvanceTo(2.999);
        Assert.AreEqual(0, scene.Log.Count);
        scene.AdvanceTo(3);
        CollectionAssert.AreEqual(new[] { "not published 2" }, scene.Log);
    }

    /// <summary>A bad topic is no exception: the sending thread dies of it and the connection with it.</summary>
    [TestMethod]
    public void BadTopicClosesTheConnection()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.Connect();
        client.Publish("a/#", s_payload);
        Assert.IsFalse(client.IsConnected);
        scene.Broker.Pump();
        CollectionAssert.AreEqual(new[] { "closed" }, scene.Log);
        client.Connect("meter");
        client.Subscribe(["a/#/b"], [MqttQoSLevel.AtMostOnce]);
        Assert.IsFalse(client.IsConnected);
    }

    /// <summary>What MQTT 3.1.1 has not is refused.</summary>
    [TestMethod]
    public void Version5IsNotSupported()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.Connect();
        Assert.ThrowsExactly<NotSupportedException>(() => client.Publish("t", s_payload, "text/plain"));
        Assert.ThrowsExactly<NotSupportedException>(() => client.Publish("t", s_payload, null, null, MqttQoSLevel.ExactlyOnce, false));
    }

    /// <summary>Handlers run on the client's board, whichever board the pump's thread is on.</summary>
    [TestMethod]
    public void HandlersRunOnTheirBoard()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.Connect();
        VirtualBoard? seen = null;
        client.MqttMsgSubscribed += (_, _) => seen = VirtualBoard.Current;
        client.Subscribe(["t"], [MqttQoSLevel.AtMostOnce]);
        using (var other = new BoardScene())
        {
            scene.Broker.Pump();
            Assert.AreSame(other.Board, VirtualBoard.Current);
        }

        Assert.AreSame(scene.Board, seen);
    }
}
