// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace Prosumeter.Tests.Bus;

/// <summary>Routing of MQTT 3.1.1: each test against the in-process broker and against Eclipse Mosquitto.</summary>
[TestClass]
public sealed class RoutingConformanceTests
{
    /// <summary>Routing by filter, section 4.7.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void TopicFilterMatrix(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient publisher = test.Connect("publisher");
        foreach (object[] row in TopicFilterCases.All)
        {
            var (filter, topic, isMatch) = ((string)row[0], (string)row[1], (bool)row[2]);
            RecordingClient subscriber = test.Connect("subscriber");
            subscriber.Subscribe(1, filter);
            publisher.Publish(topic, "x");
            subscriber.Expect(isMatch ? [$"{topic}=x(1)"] : []);
            test.DisconnectAndWait(subscriber, "subscriber");
        }
    }

    /// <summary>Section 4.3: delivered with the lower of both QoS.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess, 0, 0, "t=x")]
    [DataRow(BrokerMatrix.InProcess, 0, 1, "t=x")]
    [DataRow(BrokerMatrix.InProcess, 1, 0, "t=x")]
    [DataRow(BrokerMatrix.InProcess, 1, 1, "t=x(1)")]
    [DataRow(BrokerMatrix.Mosquitto, 0, 0, "t=x")]
    [DataRow(BrokerMatrix.Mosquitto, 0, 1, "t=x")]
    [DataRow(BrokerMatrix.Mosquitto, 1, 0, "t=x")]
    [DataRow(BrokerMatrix.Mosquitto, 1, 1, "t=x(1)")]
    public void QosIsTheLowerOfBoth(string broker, int publishedQos, int subscribedQos, string expected)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient subscriber = test.Connect("subscriber");
        RecordingClient publisher = test.Connect("publisher");
        subscriber.Subscribe(subscribedQos, "t");
        publisher.Session.Publish("t", Encoding.UTF8.GetBytes("x"), publishedQos, false);
        publisher.Publish("behind", "");
        subscriber.Expect(expected);
    }

    /// <summary>Section 4.6: the order of one publisher is kept.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void MessagesKeepTheirOrderAndAreAllAcknowledgedOnce(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient subscriber = test.Connect("subscriber");
        RecordingClient publisher = test.Connect("publisher");
        subscriber.Subscribe(1, "t/#");
        string[] expected = new string[300];
        ushort[] ids = new ushort[300];
        for (int i = 0; i < expected.Length; i++)
        {
            expected[i] = $"t/{i % 7}={i}(1)";
            ids[i] = publisher.Session.Publish($"t/{i % 7}", Encoding.UTF8.GetBytes($"{i}"), 1, false);
        }

        test.WaitUntil(() => publisher.Acknowledged.Length == ids.Length, "all acknowledgements");
        CollectionAssert.AreEquivalent(ids, publisher.Acknowledged);
        subscriber.Expect(expected);
    }

    /// <summary>Payloads are bytes, not text, and may be empty.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void PayloadArrivesByteByByte(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient client = test.Connect("client");
        byte[] payload = new byte[70_000];
        for (int i = 0; i < payload.Length; i++)
        {
            payload[i] = (byte)(i * 7);
        }

        client.Subscribe(1, "bytes");
        client.Session.Publish("bytes", payload, 1, false);
        test.WaitUntil(() => client.Received.Length == 1, "the message");
        CollectionAssert.AreEqual(payload, client.Received[0].Payload);
        client.Session.Publish("bytes", [], 1, false);
        test.WaitUntil(() => client.Received.Length == 2, "the empty message");
        Assert.AreEqual(0, client.Received[1].Payload.Length);
    }

    /// <summary>Section 3.8.4: a repeated subscription replaces the first one; MQTT-3.10.4: an ended one gets nothing.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void SubscriptionIsReplacedAndEnded(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient subscriber = test.Connect("subscriber");
        RecordingClient publisher = test.Connect("publisher");
        subscriber.Subscribe(1, "t", "u/+");
        subscriber.Subscribe(0, "t", "u/+");
        publisher.Publish("t", "1");
        publisher.Publish("u/v", "2");
        subscriber.Expect("t=1", "u/v=2");
        subscriber.Unsubscribe("t", "never-subscribed");
        publisher.Publish("t", "3");
        publisher.Publish("u/v", "4");
        subscriber.Expect("u/v=4");
        subscriber.Unsubscribe("u/+");
        publisher.Publish("u/v", "5");
        subscriber.Expect();
    }

    /// <summary>Section 3.3.5: a message that matches several filters of a client need not come more than once, and does not.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void OverlappingFiltersGiveOneCopy(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient subscriber = test.Connect("subscriber");
        subscriber.Subscribe(1, "a/#", "a/+", "a/b", "#");
        test.Connect("publisher").Publish("a/b", "x");
        subscriber.Expect("a/b=x(1)");
    }
}
