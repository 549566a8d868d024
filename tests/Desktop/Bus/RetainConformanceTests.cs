// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>Retained messages and last wills of MQTT 3.1.1: each test against the in-process broker and against Eclipse Mosquitto.</summary>
[TestClass]
public sealed class RetainConformanceTests
{
    /// <summary>Section 3.3.1.3: a later subscriber gets the last one, marked; one who is there gets each, unmarked.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void RetainedMessageIsKeptReplacedAndDeleted(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient publisher = test.Connect("publisher");
        RecordingClient early = test.Connect("early");
        early.Subscribe(1, "retain/+");
        publisher.Publish("retain/a", "old", retain: true);
        publisher.Publish("retain/a", "new", retain: true);
        publisher.Publish("retain/a", "passing");
        early.Expect("retain/a=old(1)", "retain/a=new(1)", "retain/a=passing(1)");
        RecordingClient late = test.Connect("late");
        late.Subscribe(1, "retain/a");
        late.Expect("*retain/a=new(1)");
        publisher.Publish("retain/a", "", retain: true);
        early.Expect("retain/a=(1)");
        late.Expect("retain/a=(1)");
        test.Connect("latest").Subscribe(1, "retain/a");
        late.Unsubscribe("retain/a");
        late.Subscribe(1, "retain/#");
        late.Expect();
    }

    /// <summary>By wildcard, with the lower QoS, and again when the subscription is repeated (MQTT-3.8.4-3).</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void EachSubscriptionGetsTheRetainedMessages(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient publisher = test.Connect("publisher");
        publisher.Publish("kept/x", "1", retain: true);
        publisher.Publish("kept/y/z", "2", retain: true);
        publisher.Publish("$kept/x", "3", retain: true);
        RecordingClient subscriber = test.Connect("subscriber");
        subscriber.Subscribe(0, "kept/+");
        subscriber.Expect("*kept/x=1");
        subscriber.Subscribe(1, "kept/+");
        subscriber.Expect("*kept/x=1(1)");
        subscriber.Subscribe(1, "+/x");
        subscriber.Expect("*kept/x=1(1)");
        subscriber.Subscribe(1, "$kept/#");
        subscriber.Expect("*$kept/x=3(1)");
        foreach (string topic in new[] { "kept/x", "kept/y/z", "$kept/x" })
        {
            publisher.Publish(topic, "", retain: true);
        }
    }

    /// <summary>Section 3.1.2.5: the will comes when the connection breaks, and only then.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess, false)]
    [DataRow(BrokerMatrix.InProcess, true)]
    [DataRow(BrokerMatrix.Mosquitto, false)]
    [DataRow(BrokerMatrix.Mosquitto, true)]
    public void WillComesWhenTheConnectionBreaks(string broker, bool isRetained)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient watcher = test.Connect("watcher");
        watcher.Subscribe(1, "will/#");
        RecordingClient mortal = test.Create();
        mortal.Session.Connect(WithWill("mortal", isRetained));
        test.DisconnectAndWait(mortal, "mortal");
        watcher.Expect();
        mortal.Session.Connect(WithWill("mortal", isRetained));
        test.AbortAndWait(mortal, "mortal");
        watcher.Expect("will/mortal=gone(1)");
        RecordingClient late = test.Connect("late");
        late.Subscribe(1, "will/#");
        late.Expect(isRetained ? ["*will/mortal=gone(1)"] : []);
        late.Publish("will/mortal", "", retain: true);
    }

    /// <summary>A connection that is taken over has not said goodbye. Dispose does not say goodbye either.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void WillComesOnTakeoverAndOnDispose(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient watcher = test.Connect("watcher");
        watcher.Subscribe(1, "will/+");
        RecordingClient first = test.Create();
        first.Session.Connect(WithWill("heir", false));
        RecordingClient second = test.Create();
        second.Session.Connect(WithWill("heir", false));
        test.WaitUntil(() => watcher.Messages.Length == 1, "the will on takeover");
        second.Session.Dispose();
        test.WaitUntil(() => watcher.Messages.Length == 2, "the will on Dispose");
        watcher.Expect("will/heir=gone(1)", "will/heir=gone(1)");
    }

    /// <summary>A graceful end stays graceful while messages pour in: libmosquitto by itself drops the connection when it reads one at that moment.</summary>
    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void NoWillAfterGoodbyeUnderTraffic(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient watcher = test.Connect("watcher");
        watcher.Subscribe(1, "will/#");
        RecordingClient publisher = test.Connect("publisher");
        for (int round = 0; round < 10; round++)
        {
            RecordingClient busy = test.Create();
            busy.Session.Connect(WithWill("busy", false));
            busy.Subscribe(1, "traffic");
            for (int i = 0; i < 200; i++)
            {
                publisher.Session.Publish("traffic", [1], 1, false);
            }

            test.WaitUntil(() => busy.Messages.Length > 0, "the first message");
            test.DisconnectAndWait(busy, "busy");
        }

        watcher.Expect();
    }

    private static MqttConnectOptions WithWill(string clientId, bool isRetained)
    {
        return new MqttConnectOptions { ClientId = clientId, Will = new MqttWill($"will/{clientId}", "gone"u8.ToArray(), 1, isRetained) };
    }
}
