// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>Messages that the receiver acknowledges by hand: each test against the in-process broker and against Eclipse Mosquitto.</summary>
[TestClass]
public sealed class HandAcknowledgementTests
{
    private static readonly string[] s_messages = ["hand/1=a(1)", "hand/2=b(1)", "hand/3=c(1)"];

    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void WhatIsNotAcknowledgedComesAgain(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient receiver = Receive(test, "careful");
        test.AbortAndWait(receiver, "careful");

        RecordingClient next = Connect(test, "careful");
        test.WaitUntil(() => next.Messages.Length == s_messages.Length, "all three again");
        CollectionAssert.AreEqual(s_messages, next.Messages);
    }

    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void AGoodbyeDoesNotAcknowledge(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient receiver = Receive(test, "polite");
        receiver.Session.Disconnect();
        receiver.WaitForClosed(1);

        RecordingClient next = Connect(test, "polite");
        test.WaitUntil(() => next.Messages.Length == s_messages.Length, "all three again");
    }

    [TestMethod]
    [DataRow(BrokerMatrix.InProcess)]
    [DataRow(BrokerMatrix.Mosquitto)]
    public void WhatIsAcknowledgedIsOver(string broker)
    {
        using BrokerUnderTest test = BrokerMatrix.Start(broker);
        RecordingClient receiver = Receive(test, "done");
        receiver.AcknowledgeAll();
        receiver.Publish("elsewhere", "what is said goes out again");
        test.DisconnectAndWait(receiver, "done");

        RecordingClient next = Connect(test, "done");
        next.Publish("elsewhere", "still nothing came");
        Assert.IsEmpty(next.Messages);
    }

    private static RecordingClient Receive(BrokerUnderTest test, string clientId)
    {
        RecordingClient receiver = Connect(test, clientId);
        receiver.Subscribe(1, "hand/+");
        RecordingClient publisher = test.Connect(clientId + "-publisher");
        publisher.Publish("hand/1", "a");
        publisher.Publish("hand/2", "b");
        publisher.Publish("hand/3", "c");
        test.WaitUntil(() => receiver.Messages.Length == s_messages.Length, "three messages");
        return receiver;
    }

    private static RecordingClient Connect(BrokerUnderTest test, string clientId)
    {
        RecordingClient client = test.Create();
        MqttConnectOptions options = new() { ClientId = clientId, IsCleanSession = false, AcknowledgesByHand = true };
        Assert.IsTrue(client.Session.Connect(options).IsAccepted);
        return client;
    }
}
