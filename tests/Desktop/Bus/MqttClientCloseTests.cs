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

/// <summary>How a connection of the virtual board's M2Mqtt ends, and what becomes of its messages.</summary>
[TestClass]
public sealed class MqttClientCloseTests
{
    private static readonly byte[] s_payload = Encoding.UTF8.GetBytes("x");

    /// <summary>Manners 2 and 6: Close drops the queue, says no goodbye, and raises nothing; it costs the caller 200 ms.</summary>
    [TestMethod]
    public void CloseIsSilentAndLosesTheQueue()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.Connect();
        scene.Broker.SilenceClient("meter");
        client.Publish("t", s_payload, null, null, MqttQoSLevel.AtLeastOnce, false);
        double before = scene.Seconds;
        client.Close();
        Assert.AreEqual(0.2, scene.Seconds - before, 1e-9);
        Assert.IsFalse(client.IsConnected);
        client.Close();
        Assert.AreEqual(0.2, scene.Seconds - before, 1e-9);
        Assert.AreEqual(MqttReasonCode.Success, client.Connect("meter"));
        scene.AdvanceTo(60);
        CollectionAssert.AreEqual(new[] { "opened 0" }, scene.Log);
        CollectionAssert.AreEqual(new[] { "will=gone" }, scene.Seen);
    }

    /// <summary>A session that is not clean keeps QoS 1 messages over the end of a connection, within the same client.</summary>
    [TestMethod]
    [DataRow(true, 0)]
    [DataRow(false, 1)]
    public void SessionKeepsWhatWasNotAcknowledged(bool cleanSession, int expected)
    {
        using var scene = new BoardScene();
        MqttClient client = scene.Connect(cleanSession);
        scene.Broker.SilenceClient("meter");
        client.Publish("t", s_payload, null, null, MqttQoSLevel.AtLeastOnce, false);
        client.Publish("t", s_payload);
        client.Close();
        client.Connect("meter", cleanSession);
        scene.Broker.Pump();
        Assert.AreEqual(expected, scene.Seen.Count(m => m == "t=x"));
        Assert.AreEqual(expected, scene.Log.Count(m => m == "published 1"));
    }

    /// <summary>Manners 5 and 6: Disconnect says goodbye and raises ConnectionClosed; on a dead link it throws.</summary>
    [TestMethod]
    public void DisconnectIsGracefulOrThrows()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.Connect();
        client.Disconnect();
        Assert.IsFalse(client.IsConnected);
        scene.Broker.Pump();
        CollectionAssert.AreEqual(new[] { "closed" }, scene.Log);
        Assert.AreEqual(0, scene.Seen.Count);
        Assert.ThrowsExactly<MqttCommunicationException>(client.Disconnect);
    }

    /// <summary>Manners 6 and 8: the broker's loss is told once, the queue is gone without an event, the same client connects again.</summary>
    [TestMethod]
    public void LossIsToldOnceAndTheClientConnectsAgain()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.Connect();
        client.ConnectionClosed += (_, _) => throw new NotSupportedException("Nobody hears this.");
        scene.Broker.Faults.AppliesTo = id => id == "meter";
        scene.Broker.Faults.LosePermille = 1000;
        client.Publish("t", s_payload, null, null, MqttQoSLevel.AtLeastOnce, false);
        scene.Broker.DropClient("meter");
        scene.Broker.Faults.LosePermille = 0;
        scene.AdvanceTo(60);
        CollectionAssert.AreEqual(new[] { "closed" }, scene.Log);
        Assert.AreEqual(MqttReasonCode.Success, client.Connect("meter"));
        client.Publish("t", Encoding.UTF8.GetBytes("again"), null, null, MqttQoSLevel.AtLeastOnce, false);
        scene.Broker.Pump();
        CollectionAssert.AreEqual(new[] { "will=gone", "t=again" }, scene.Seen);
        CollectionAssert.AreEqual(new[] { "closed", "opened 0", "published 2" }, scene.Log);
    }

    /// <summary>Manner 7: a dead peer is noticed after twice the keep alive; a short gap in the Wi-Fi is not noticed at all.</summary>
    [TestMethod]
    public void WifiGapIsSilence()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.Connect();
        client.Subscribe(["t"], [MqttQoSLevel.AtLeastOnce]);
        scene.Broker.Pump();
        scene.Log.Clear();
        scene.Network.HasAccessPoint = false;
        scene.Publish("t", "waits");
        scene.AdvanceTo(5);
        Assert.IsTrue(client.IsConnected);
        Assert.AreEqual(0, scene.Log.Count);
        scene.Network.HasAccessPoint = true;
        scene.AdvanceTo(6);
        Assert.IsTrue(client.IsConnected);
        scene.Broker.Pump();
        CollectionAssert.AreEqual(new[] { "t=waits" }, scene.Log);
        scene.Network.HasInternet = false;
        scene.AdvanceTo(55.9);
        Assert.IsTrue(client.IsConnected);
        scene.AdvanceTo(56);
        Assert.IsFalse(client.IsConnected);
        Assert.AreEqual("closed", scene.Log[^1]);
    }

    /// <summary>A board that stops says nothing: the broker finds out by its keep alive. The clients of the dead board are dead.</summary>
    [TestMethod]
    public void StoppedBoardIsMournedAfterItsKeepAlive()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.Connect();
        scene.Board.PowerOff();
        Assert.ThrowsExactly<BoardStoppedException>(() => client.Publish("t", s_payload));
        Assert.ThrowsExactly<BoardStoppedException>(client.Close);
        Assert.ThrowsExactly<BoardStoppedException>(() => new MqttClient("broker.local"));
        scene.AdvanceTo(37.4);
        Assert.AreEqual(0, scene.Seen.Count);
        scene.AdvanceTo(37.5);
        CollectionAssert.AreEqual(new[] { "will=gone" }, scene.Seen);
        scene.AdvanceTo(100);
        Assert.AreEqual(0, scene.Log.Count);
    }
}
