// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>A message costs its payload copy and its object, however many receive it: a city of meters shares one broker.</summary>
[TestClass]
public sealed class InProcessAllocationTests
{
    private const int Rounds = 1000;

    /// <summary>byte[40] is 64 bytes, MqttMessage 40; 16 more allow for another layout, not for one more object.</summary>
    [TestMethod]
    [DataRow(1)]
    [DataRow(100)]
    public void MessageAllocatesTwoObjects(int subscribers)
    {
        var broker = new InProcessBroker();
        for (int i = 0; i < subscribers; i++)
        {
            IMqttSession subscriber = broker.CreateSession();
            subscriber.Connect(new MqttConnectOptions());
            subscriber.Subscribe([i % 2 == 0 ? "city/+/bid" : "city/7/bid"], 1);
        }

        long perMessage = MeasurePerMessage(broker);
        Assert.IsTrue(perMessage <= 64 + 40 + 16, $"{perMessage} bytes a message.");
    }

    /// <summary>What nobody wants costs nothing.</summary>
    [TestMethod]
    public void MessageWithoutSubscriberAllocatesNothing()
    {
        Assert.AreEqual(0, MeasurePerMessage(new InProcessBroker()));
    }

    private static long MeasurePerMessage(InProcessBroker broker)
    {
        IMqttSession publisher = broker.CreateSession();
        publisher.Connect(new MqttConnectOptions());
        Publish(broker, publisher);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Publish(broker, publisher);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }

    private static void Publish(InProcessBroker broker, IMqttSession publisher)
    {
        Span<byte> payload = stackalloc byte[40];
        for (int i = 0; i < Rounds; i++)
        {
            publisher.Publish("city/7/bid", payload, 1, false);
            broker.Pump();
        }
    }
}
