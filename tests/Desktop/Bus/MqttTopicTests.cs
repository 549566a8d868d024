// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;

namespace Prosumeter.Tests.Bus;

/// <summary>Topic names and filters, and that the broker's index agrees with the plain rule.</summary>
[TestClass]
public sealed class MqttTopicTests
{
    /// <summary>The pure rule, without a broker.</summary>
    [TestMethod]
    [DynamicData(nameof(TopicFilterCases.All), typeof(TopicFilterCases))]
    public void FilterMatchesTopic(string filter, string topic, bool isMatch)
    {
        Assert.AreEqual(isMatch, MqttTopic.Matches(filter, topic));
    }

    /// <summary>Sections 4.7.1 and 4.7.3.</summary>
    [TestMethod]
    [DataRow("")]
    [DataRow("sport/tennis#")]
    [DataRow("sport/tennis/#/ranking")]
    [DataRow("#/sport")]
    [DataRow("sport+")]
    [DataRow("+sport")]
    [DataRow("sport/+tennis/x")]
    [DataRow("sport/++")]
    [DataRow("a\0b")]
    public void BadFilterIsRefusedWithAReason(string filter)
    {
        ArgumentException error = Assert.ThrowsExactly<ArgumentException>(() => MqttTopic.RequireFilter(filter));
        Assert.IsFalse(string.IsNullOrWhiteSpace(error.Message));
    }

    /// <summary>Names have no wildcards.</summary>
    [TestMethod]
    [DataRow("")]
    [DataRow("sport/+")]
    [DataRow("sport/#")]
    [DataRow("a+b")]
    [DataRow("a\0b")]
    public void BadNameIsRefusedWithAReason(string topic)
    {
        ArgumentException error = Assert.ThrowsExactly<ArgumentException>(() => MqttTopic.RequireName(topic));
        Assert.IsFalse(string.IsNullOrWhiteSpace(error.Message));
    }

    /// <summary>The limit is in bytes, not in characters.</summary>
    [TestMethod]
    public void TopicOf65535BytesIsTheLongest()
    {
        MqttTopic.RequireName(new string('a', 65535));
        Assert.ThrowsExactly<ArgumentException>(() => MqttTopic.RequireName(new string('a', 65536)));
        MqttTopic.RequireName(new string('€', 21845));
        Assert.ThrowsExactly<ArgumentException>(() => MqttTopic.RequireName(new string('€', 21846)));
    }

    /// <summary>The tree and the hash table find exactly the subscribers that the plain rule names, before and after some have left.</summary>
    [TestMethod]
    public void IndexAgreesWithRule()
    {
        Gen<string> level = Gen.Elements("a", "b", "", "$x");
        Gen<string> wild = Gen.Elements("a", "b", "", "$x", "+", "+", "#");
        var cases = from filters in Gen.ArrayOf(PathOf(wild, isFilter: true), 12)
                    from topics in Gen.ArrayOf(PathOf(level, isFilter: false), 12)
                    select (filters, topics);
        Prop.ForAll(Arb.From(cases), c => AgreesWithRule(c.filters, c.topics)).QuickCheckThrowOnFailure();
    }

    private static Gen<string> PathOf(Gen<string> level, bool isFilter)
    {
        return from length in Gen.Choose(1, 4)
               from levels in Gen.ArrayOf(level, length)
               let path = Cut(string.Join('/', levels), isFilter)
               where path.Length > 0
               select path;
    }

    private static string Cut(string path, bool isFilter)
    {
        int hash = isFilter ? path.IndexOf('#', StringComparison.Ordinal) : -1;
        return hash < 0 ? path : path[..(hash + 1)];
    }

    private static bool AgreesWithRule(string[] filters, string[] topics)
    {
        var broker = new InProcessBroker();
        IMqttSession publisher = broker.CreateSession();
        publisher.Connect(new MqttConnectOptions());
        int[] received = new int[filters.Length];
        IMqttSession[] sessions = new IMqttSession[filters.Length];
        for (int i = 0; i < filters.Length; i++)
        {
            int index = i;
            sessions[i] = broker.CreateSession();
            sessions[i].MessageReceived += _ => received[index]++;
            sessions[i].Connect(new MqttConnectOptions());
            sessions[i].Subscribe([filters[i]], 0);
        }

        bool agrees = DeliverAndCompare(filters, topics, received, 0, publisher, broker);
        for (int i = 0; i < filters.Length; i += 2)
        {
            sessions[i].Unsubscribe([filters[i]]);
        }

        return agrees && DeliverAndCompare(filters, topics, received, 2, publisher, broker);
    }

    private static bool DeliverAndCompare(
        string[] filters, string[] topics, int[] received, int goneEvery, IMqttSession publisher, InProcessBroker broker)
    {
        foreach (string topic in topics)
        {
            Array.Clear(received);
            publisher.Publish(topic, [1], 0, false);
            broker.Pump();
            for (int i = 0; i < filters.Length; i++)
            {
                bool isGone = goneEvery > 0 && i % goneEvery == 0;
                int expected = !isGone && MqttTopic.Matches(filters[i], topic) ? 1 : 0;
                if (received[i] != expected)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
