// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>Sessions, takeover and client identifiers of MQTT 3.1.1: each test against the in-process broker and against Eclipse Mosquitto.</summary>
[TestClass]
public sealed class SessionConformanceTests
{
    /// <summary>Section 3.1.2.4 with 4.1: subscriptions and QoS 1 messages outlast the connection, in order; QoS 0 messages do not.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void KeptSessionGetsWhatItMissed(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient publisher = test.Connect("publisher");
        RecordingClient subscriber = test.Create();
        Assert.IsFalse(subscriber.Session.Connect(Kept("keeper")).IsSessionPresent);
        subscriber.Subscribe(1, "kept/+");
        test.DisconnectAndWait(subscriber, "keeper");
        var expected = new List<string>();
        for (int i = 0; i < 50; i++)
        {
            publisher.Publish($"kept/{i % 3}", $"{i}");
            expected.Add($"kept/{i % 3}={i}(1)");
        }

        publisher.Session.Publish("kept/0", Encoding.UTF8.GetBytes("QoS 0"), 0, false);
        publisher.Publish("behind", "");
        Assert.IsTrue(subscriber.Session.Connect(Kept("keeper")).IsSessionPresent);
        subscriber.Expect([.. expected]);
        publisher.Publish("kept/9", "live");
        subscriber.Expect("kept/9=live(1)");
        Forget(test, subscriber, "keeper");
    }

    /// <summary>The same for a connection that broke, and for messages sent in both absences.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void KeptSessionOutlastsBrokenConnections(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient publisher = test.Connect("publisher");
        RecordingClient subscriber = test.Create();
        subscriber.Session.Connect(Kept("breaker"));
        subscriber.Subscribe(1, "broken");
        test.AbortAndWait(subscriber, "breaker");
        subscriber.WaitForClosed(1);
        publisher.Publish("broken", "1");
        Assert.IsTrue(subscriber.Session.Connect(Kept("breaker")).IsSessionPresent);
        subscriber.Expect("broken=1(1)");
        test.AbortAndWait(subscriber, "breaker");
        publisher.Publish("broken", "2");
        Assert.IsTrue(subscriber.Session.Connect(Kept("breaker")).IsSessionPresent);
        subscriber.Expect("broken=2(1)");
        Forget(test, subscriber, "breaker");
    }

    /// <summary>Section 3.1.2.4: a clean session starts from nothing and leaves nothing.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void CleanSessionForgetsBothWays(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient publisher = test.Connect("publisher");
        RecordingClient client = test.Create();
        client.Session.Connect(Kept("cleaner"));
        client.Subscribe(1, "before");
        test.DisconnectAndWait(client, "cleaner");
        Assert.IsFalse(client.Session.Connect(new MqttConnectOptions { ClientId = "cleaner" }).IsSessionPresent);
        publisher.Publish("before", "x");
        client.Expect();
        client.Subscribe(1, "while-clean");
        test.DisconnectAndWait(client, "cleaner");
        Assert.IsFalse(client.Session.Connect(Kept("cleaner")).IsSessionPresent);
        publisher.Publish("while-clean", "x");
        client.Expect();
        Forget(test, client, "cleaner");
    }

    /// <summary>MQTT-3.1.4-2: the second connection with an identifier ends the first; a kept session goes over to it.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void SameIdentifierTakesOver(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient first = test.Create();
        first.Session.Connect(Kept("twin"));
        first.Subscribe(1, "twins");
        RecordingClient second = test.Create();
        Assert.IsTrue(second.Session.Connect(Kept("twin")).IsSessionPresent);
        first.WaitForClosed(1);
        Assert.IsFalse(first.Session.IsConnected);
        Assert.AreEqual(0, first.Session.Publish("twins", [], 1, false));
        test.Connect("publisher").Publish("twins", "x");
        second.Expect("twins=x(1)");
        Assert.AreEqual(0, first.Messages.Length);
        Forget(test, second, "twin");
    }

    /// <summary>Section 3.1.3.1: an empty identifier is the broker's to fill, but cannot name a session that is kept.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void EmptyIdentifierNeedsCleanSession(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient one = test.Connect("");
        RecordingClient two = test.Connect("");
        one.Subscribe(0, "anonymous");
        two.Publish("anonymous", "x");
        one.Expect("anonymous=x");
        Assert.AreEqual(0, one.ClosedCount);
        MqttConnectResult refused = test.Create().Session.Connect(Kept(""));
        Assert.AreEqual(MqttConnectStatus.IdentifierRejected, refused.Status);
        Assert.IsFalse(string.IsNullOrWhiteSpace(refused.Reason));
    }

    /// <summary>Closed comes once for an end by either method, and not for Dispose; a closed session takes nothing.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void ClosedComesOnce(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient client = test.Create();
        Assert.AreEqual(0, client.Session.Publish("t", [], 0, false));
        Assert.AreEqual(0, client.Session.Subscribe(["t"], 0));
        client.Session.Disconnect();
        client.Session.Abort();
        client.Session.Connect(new MqttConnectOptions { ClientId = "closer" });
        client.Session.Disconnect();
        client.Session.Abort();
        Assert.IsFalse(client.Session.IsConnected);
        client.WaitForClosed(1);
        client.Session.Connect(new MqttConnectOptions { ClientId = "closer" });
        client.Session.Abort();
        client.Session.Disconnect();
        client.WaitForClosed(2);
        client.Session.Connect(new MqttConnectOptions { ClientId = "closer" });
        client.Session.Dispose();
        test.Connect("other").Settle();
        Assert.AreEqual(2, client.ClosedCount);
        Assert.AreEqual(0, client.Session.Unsubscribe(["t"]));
    }

    /// <summary>Wrong arguments are refused alike, with a reason, and change nothing.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void BadArgumentsAreRefused(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient client = test.Connect("careless");
        Assert.ThrowsExactly<System.ArgumentException>(() => client.Session.Publish("a/+", [], 0, false));
        Assert.ThrowsExactly<System.ArgumentException>(() => client.Session.Publish("a", [], 2, false));
        Assert.ThrowsExactly<System.ArgumentException>(() => client.Session.Subscribe([], 0));
        Assert.ThrowsExactly<System.ArgumentException>(() => client.Session.Subscribe(["ok", "a/#/b"], 0));
        Assert.ThrowsExactly<System.ArgumentException>(() => client.Session.Unsubscribe([""]));
        Assert.ThrowsExactly<System.InvalidOperationException>(() => client.Session.Connect(new MqttConnectOptions { ClientId = "careless" }));
        client.Publish("ok", "nobody subscribed");
        client.Expect();
    }

    private static MqttConnectOptions Kept(string clientId)
    {
        return new MqttConnectOptions { ClientId = clientId, IsCleanSession = false };
    }

    private static void Forget(BrokerUnderTest test, RecordingClient client, string clientId)
    {
        test.DisconnectAndWait(client, clientId);
        test.Connect(clientId);
    }
}
