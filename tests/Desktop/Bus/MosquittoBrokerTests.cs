// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>How the way over libmosquitto fails, and how it recovers.</summary>
[TestClass]
public sealed class MosquittoBrokerTests
{
    /// <summary>Nobody listens: the answer names the address and the cause, at once.</summary>
    [TestMethod]
    public void RefusedConnectionNamesTheAddress()
    {
        _ = BrokerMatrix.SharedMosquitto;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var broker = new MosquittoBroker("127.0.0.1", port);
        MqttConnectResult answer = broker.CreateSession().Connect(new MqttConnectOptions { ClientId = "lost" });
        Assert.AreEqual(MqttConnectStatus.Unreachable, answer.Status);
        StringAssert.Contains(answer.Reason, $"cannot reach 127.0.0.1:{port}: Connection refused");
    }

    /// <summary>A name that no server knows (RFC 6761 section 6.4).</summary>
    [TestMethod]
    public void UnknownNameIsUnreachable()
    {
        _ = BrokerMatrix.SharedMosquitto;
        using var broker = new MosquittoBroker("broker.invalid", 1883);
        MqttConnectResult answer = broker.CreateSession().Connect(new MqttConnectOptions { ClientId = "lost" });
        Assert.AreEqual(MqttConnectStatus.Unreachable, answer.Status);
        StringAssert.StartsWith(answer.Reason, "cannot reach broker.invalid:1883: ");
    }

    /// <summary>A server that takes the connection and says nothing, and one that hangs up.</summary>
    [TestMethod]
    public void SilentServerTimesOutAndOneThatHangsUpIsUnreachable()
    {
        _ = BrokerMatrix.SharedMosquitto;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var broker = new MosquittoBroker("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        IMqttSession session = broker.CreateSession();
        MqttConnectResult silent = session.Connect(new MqttConnectOptions { ClientId = "patient", ConnectTimeout = TimeSpan.FromMilliseconds(100) });
        Assert.AreEqual(MqttConnectStatus.TimedOut, silent.Status);
        StringAssert.Contains(silent.Reason, "did not answer within 0.1 s");
        Assert.IsFalse(session.IsConnected);
        listener.AcceptTcpClient().Dispose();
        var hangUp = new Thread(() => listener.AcceptTcpClient().Dispose());
        hangUp.Start();
        Assert.AreEqual(MqttConnectStatus.Unreachable, session.Connect(new MqttConnectOptions { ClientId = "patient" }).Status);
        hangUp.Join();
    }

    /// <summary>Mosquitto logs the version of the protocol that a client asked for: p1 is 3.1, p2 is 3.1.1, p5 is 5.</summary>
    [TestMethod]
    [TestCategory("P-1")]
    public void SessionsSpeakVersion311()
    {
        using MosquittoFixture broker = MosquittoFixture.StartOrSkip();
        using var way = new MosquittoBroker("127.0.0.1", broker.Port);
        using IMqttSession session = way.CreateSession();
        Assert.IsTrue(session.Connect(new MqttConnectOptions { ClientId = "speaker" }).IsAccepted);
        broker.WaitForLog(0, " as speaker (p2,");
    }

    /// <summary>The broker dies and comes back: Closed once, what was not acknowledged has no event, the same session connects again.</summary>
    [TestMethod]
    public void SessionConnectsAgainAfterTheBrokerDied()
    {
        MosquittoFixture first = MosquittoFixture.StartOrSkip();
        using var test = new MosquittoUnderTest(first);
        RecordingClient client = test.Connect("survivor");
        client.Publish("t", "x");
        int port = first.Port;
        first.Dispose();
        client.WaitForClosed(1);
        Assert.IsFalse(client.Session.IsConnected);
        Assert.AreEqual(0, client.Session.Publish("t", [], 1, false));
        Assert.AreEqual(MqttConnectStatus.Unreachable, client.Session.Connect(new MqttConnectOptions { ClientId = "survivor" }).Status);
        using MosquittoFixture second = MosquittoFixture.StartOrSkip(port);
        Assert.IsTrue(client.Session.Connect(new MqttConnectOptions { ClientId = "survivor" }).IsAccepted);
        client.Subscribe(1, "t");
        client.Publish("t", "back");
        client.Expect("t=back(1)");
        Assert.AreEqual(1, client.ClosedCount);
    }

    /// <summary>A QoS 1 message that is never acknowledged is given up after attempts times time-out.</summary>
    [TestMethod]
    public void MessageWithoutAcknowledgementFails()
    {
        _ = BrokerMatrix.SharedMosquitto;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var server = new Thread(() => AcceptAndSwallow(listener));
        server.Start();
        using var broker = new MosquittoBroker("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        using var failed = new ManualResetEventSlim();
        IMqttSession session = broker.CreateSession();
        ushort failedId = 0;
        session.Published += (id, isAcknowledged) =>
        {
            failedId = isAcknowledged ? (ushort)0 : id;
            failed.Set();
        };
        var options = new MqttConnectOptions { ClientId = "unheard", AcknowledgementTimeoutMilliseconds = 20, PublishAttempts = 3 };
        Assert.IsTrue(session.Connect(options).IsAccepted);
        ushort sent = session.Publish("t", Encoding.UTF8.GetBytes("x"), 1, false);
        Assert.IsTrue(failed.Wait(MosquittoFixture.Patience));
        Assert.AreEqual(sent, failedId);
        session.Dispose();
        server.Join();
    }

    /// <summary>While silent nothing moves; afterwards what was under way arrives.</summary>
    [TestMethod]
    public void ShortSilenceLosesNothing()
    {
        using var test = new MosquittoUnderTest(BrokerMatrix.SharedMosquitto);
        RecordingClient victim = test.Connect("victim");
        RecordingClient other = test.Connect("other");
        victim.Subscribe(1, "down");
        other.Subscribe(1, "up");
        victim.Session.IsSilent = true;
        victim.Session.Publish("up", Encoding.UTF8.GetBytes("1"), 1, false);
        other.Publish("down", "2");
        other.Expect();
        Assert.AreEqual(0, victim.Messages.Length);
        victim.Session.IsSilent = false;
        victim.Expect("down=2(1)");
        other.Expect("up=1(1)");
    }

    /// <summary>A handler may do what a client does in answer to a message: publish, subscribe, connect again.</summary>
    [TestMethod]
    public void HandlerMayUseTheSession()
    {
        using var test = new MosquittoUnderTest(BrokerMatrix.SharedMosquitto);
        RecordingClient client = test.Connect("handler");
        client.Session.MessageReceived += message => Relay(client.Session, message);
        client.Session.Closed += () =>
        {
            client.Session.Connect(new MqttConnectOptions { ClientId = "handler" });
            test.Pulse();
        };
        client.Subscribe(1, "relay/#");
        client.Session.Publish("relay/0", [], 1, false);
        test.WaitUntil(() => client.Messages.Length == 6, "the relayed messages");
        client.Session.Abort();
        client.WaitForClosed(1);
        test.WaitUntil(() => client.Session.IsConnected, "the connection that the handler opened");
        client.Settle();
    }

    /// <summary>libmosquitto's own loop stops at 1024 file descriptors; this one does not. Dispose ends them all.</summary>
    [TestMethod]
    public void ManySessionsShareOneThread()
    {
        using var test = new MosquittoUnderTest(BrokerMatrix.SharedMosquitto);
        RecordingClient hub = test.Connect("hub");
        hub.Subscribe(1, "many/#");
        for (int i = 0; i < 500; i++)
        {
            RecordingClient client = test.Connect($"many-{i}");
            client.Session.Publish($"many/{i}", [], 1, false);
        }

        test.WaitUntil(() => hub.Messages.Length == 500, "a message of each");
    }

    private static void Relay(IMqttSession session, MqttMessage message)
    {
        int step = int.Parse(message.Topic[^1..], System.Globalization.CultureInfo.InvariantCulture);
        if (step < 5)
        {
            session.Subscribe([$"other/{step}"], 0);
            session.Publish($"relay/{step + 1}", [], 1, false);
        }
    }

    /// <summary>A server that answers CONNECT and nothing else.</summary>
    private static void AcceptAndSwallow(TcpListener listener)
    {
        using TcpClient connection = listener.AcceptTcpClient();
        byte[] buffer = new byte[1024];
        _ = connection.GetStream().Read(buffer);
        connection.GetStream().Write([0x20, 2, 0, 0]);
        while (connection.GetStream().Read(buffer) > 0)
        {
        }
    }
}
