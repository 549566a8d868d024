// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using nanoFramework.M2Mqtt;
using nanoFramework.M2Mqtt.Exceptions;
using nanoFramework.M2Mqtt.Messages;
using Prosumeter.Simulator.Boards;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>The virtual board's M2Mqtt has the manners of the real library, good and bad.</summary>
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

    /// <summary>Manner 4: without a network the constructor throws, at once or after asking for the name; a number needs no name server.</summary>
    [TestMethod]
    public void ConstructorNeedsTheNetwork()
    {
        using var scene = new BoardScene();
        scene.Network.HasNames = false;
        Assert.ThrowsExactly<SocketException>(() => new MqttClient("broker.local"));
        Assert.AreEqual(5, scene.Seconds, 1e-9);
        _ = new MqttClient("192.0.2.7");
        scene.Network.HasAccessPoint = false;
        Assert.ThrowsExactly<SocketException>(() => new MqttClient("broker.local"));
        Assert.AreEqual(5, scene.Seconds, 1e-9);
    }

    /// <summary>Manner 4: a dead network holds the caller for as long as lwIP tries.</summary>
    [TestMethod]
    public void ConnectBlocksWithoutTheNetwork()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.CreateClient();
        scene.Network.HasInternet = false;
        Assert.ThrowsExactly<MqttConnectionException>(() => client.Connect("meter"));
        Assert.AreEqual(20, scene.Seconds, 1e-9);
        Assert.IsFalse(client.IsConnected);
    }

    /// <summary>Refused by the broker: the code; nobody listens: an exception at once; silence: an exception after 30 s.</summary>
    [TestMethod]
    public void ConnectFails()
    {
        using var scene = new BoardScene();
        MqttClient client = scene.CreateClient();
        scene.Broker.Faults.ConnectAnswer = MqttConnectStatus.BadUserNameOrPassword;
        Assert.AreEqual(MqttReasonCode.ConnectionRefusedBadUserNameOrPassword, client.Connect("meter", "user", "wrong"));
        Assert.IsFalse(client.IsConnected);
        scene.Broker.Faults.ConnectAnswer = MqttConnectStatus.Unreachable;
        Assert.ThrowsExactly<MqttConnectionException>(() => client.Connect("meter"));
        Assert.AreEqual(0, scene.Seconds);
        scene.Broker.Faults.ConnectAnswer = MqttConnectStatus.TimedOut;
        Assert.ThrowsExactly<MqttCommunicationException>(() => client.Connect("meter"));
        Assert.AreEqual(30, scene.Seconds, 1e-9);
        scene.Broker.Faults.ConnectAnswer = MqttConnectStatus.Accepted;
        Assert.AreEqual(MqttReasonCode.Success, client.Connect("meter"));
        scene.Broker.Pump();
        CollectionAssert.AreEqual(new[] { "opened 4", "opened 0" }, scene.Log);
        using var alone = new BoardScene(hasBroker: false);
        Assert.ThrowsExactly<MqttConnectionException>(() => alone.CreateClient().Connect("meter"));
    }

    /// <summary>TLS: only 1.2 and 1.3, and no certificate is valid in 1970.</summary>
    [TestMethod]
    public void TlsNeedsTheDate()
    {
        using var scene = new BoardScene();
        Assert.ThrowsExactly<MqttConnectionException>(() => Secure(MqttSslProtocols.TLSv1_1).Connect("meter"));
        Assert.AreEqual(MqttReasonCode.Success, Secure(MqttSslProtocols.TLSv1_2).Connect("meter"));
        scene.Board.Clock.Set(0);
        Assert.ThrowsExactly<MqttConnectionException>(() => Secure(MqttSslProtocols.TLSv1_3).Connect("meter"));
        MqttSettings.Instance.ValidateServerCertificate = false;
        try
        {
            Assert.AreEqual(MqttReasonCode.Success, Secure(MqttSslProtocols.TLSv1_3).Connect("meter"));
        }
        finally
        {
            MqttSettings.Instance.ValidateServerCertificate = true;
        }
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

    private static MqttClient Secure(MqttSslProtocols protocol)
    {
        return new MqttClient("broker.local", MqttSettings.BrokerDefaultSslPort, true, null, null, protocol);
    }
}
