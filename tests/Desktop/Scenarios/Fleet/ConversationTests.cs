// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Simulation;
using Prosumeter.Tests.Bus;
using Prosumeter.Tests.Projects;
using Prosumeter.Tests.Scenarios.Simulation;
using Prosumeter.Wire;

namespace Prosumeter.Tests.Scenarios.Fleet;

/// <summary>What a market, its meters and a technician ask of a broker in an hour, held against docs/PROTOCOL.md.</summary>
[TestClass]
public sealed class ConversationTests
{
    private const string Technician = "technician";
    private const long Start = 1_781_308_800;
    private const int SlotSeconds = 900;

    private static readonly ClusterPlan s_cluster = SimulationPlans.OneCluster().Clusters.Single();
    private static readonly string s_meter = $"prosumeter-{s_cluster.Name}-{s_cluster.Homes[0].Meter.Meter}";
    private static readonly string s_market = $"prosumeter-market-{s_cluster.Name}";
    private static readonly WatchedBroker s_conversation = Listen();

    [TestMethod]
    [TestCategory("P-1")]
    public void EveryPublishAndEverySubscriptionUsesQos1()
    {
        Assert.IsGreaterThan(100, s_conversation.Published.Count);
        Assert.IsTrue(s_conversation.Published.TrueForAll(message => message.Qos == 1));
        Assert.IsTrue(s_conversation.Subscribed.TrueForAll(subscription => subscription.Qos == 1));
    }

    [TestMethod]
    [TestCategory("P-3")]
    [TestCategory("P-4")]
    public void SpeakersTopicsAndRetentionAreThoseOfTheTable()
    {
        string[] rows = [.. File.ReadAllLines(Path.Combine(RepositoryFolder.Path, "docs", "PROTOCOL.md"))
            .SkipWhile(line => !line.Contains("**P-4**", StringComparison.Ordinal)).TakeWhile(line => !line.Contains("**P-5**", StringComparison.Ordinal))
            .Where(line => line.Contains('`', StringComparison.Ordinal) && line.StartsWith('|'))];
        Assert.HasCount(10, rows);
        foreach (string[] cells in rows.Select(row => row.Split('|', StringSplitOptions.TrimEntries)))
        {
            var said = s_conversation.Published.Where(message => message.Topic.EndsWith('/' + cells[2].Trim('`'), StringComparison.Ordinal)).ToArray();
            Assert.IsNotEmpty(said, cells[2]);
            foreach ((string client, string topic, _, bool isRetained) in said)
            {
                Assert.IsTrue(IsSpeaker(cells[4], client), $"{client} says {topic}");
                Assert.AreEqual(cells[5] == "market", topic.Contains("/market/", StringComparison.Ordinal), topic);
                Assert.AreEqual(cells[6] == "yes", isRetained, topic);
            }
        }
    }

    [TestMethod]
    [TestCategory("P-5")]
    public void SubscriptionsAreThoseOfTheDocument()
    {
        CollectionAssert.AreEquivalent(
            new[] { "+/birth", "+/bid", "+/report" }.Select(rest => $"prosumeter/v1/{s_cluster.Name}/{rest}").ToArray(), FiltersOf(s_market));
        string own = s_meter[(s_meter.LastIndexOf('-') + 1)..];
        CollectionAssert.AreEquivalent(
            new[] { "market/price", own + "/award", own + "/settlement", own + "/cmd", own + "/ack" }.Select(rest => $"prosumeter/v1/{s_cluster.Name}/{rest}").ToArray(),
            FiltersOf(s_meter));
        Assert.IsTrue(s_conversation.Connected.Where(options => options.ClientId != Technician).All(options => !options.IsCleanSession));
    }

    [TestMethod]
    [TestCategory("P-18")]
    public void TheLastWillIsRetainedAndOfQos1()
    {
        MqttWill will = s_conversation.Connected.First(options => options.ClientId == s_meter).Will!;
        Assert.AreEqual((1, true), (will.QualityOfService, will.IsRetained));
        Assert.EndsWith("/state", will.Topic);
        Assert.AreEqual((byte)'{', will.Payload[0]);
        Assert.IsNull(s_conversation.Connected.First(options => options.ClientId == s_market).Will);
    }

    private static bool IsSpeaker(string from, string client) =>
        from.Contains("addressed", StringComparison.Ordinal)
        || (client == Technician ? from.Contains(Technician, StringComparison.Ordinal)
            : client == s_market ? from.Contains("market", StringComparison.Ordinal)
            : from.StartsWith("meter", StringComparison.Ordinal));

    private static string[] FiltersOf(string client) => [.. s_conversation.Subscribed.Where(subscription => subscription.ClientId == client).Select(subscription => subscription.Filter)];

    private static WatchedBroker Listen()
    {
        InProcessBroker broker = new();
        WatchedBroker watched = new(broker);
        broker.AdvanceTo(Start * 1000);
        using Aggregator market = new(watched, new AggregatorSettings(s_cluster.Name, DailyTariff.Flat(new TariffPrices(300_000, 80_000)), new PayAsAskRule()) { SlotSeconds = SlotSeconds });
        List<VirtualMeter> meters = [.. s_cluster.Homes.Select(home => new VirtualMeter(home.Meter, home.OpenProfile(), watched, Start, SlotSeconds))];
        FleetClock clock = new(broker, new SimulatedMarket(market, Start), meters);
        clock.RunUntil((Start + 60) * 1_000_000);
        Ask(watched, s_cluster.Homes[0].Meter.Meter);
        clock.RunUntil((Start + 3600) * 1_000_000);
        meters.ForEach(meter => meter.Dispose());
        return watched;
    }

    private static void Ask(WatchedBroker broker, int meter)
    {
        using IMqttSession technician = broker.CreateSession();
        technician.Connect(new MqttConnectOptions { ClientId = Technician });
        byte[] command = Encoding.ASCII.GetBytes($"{{\"version\":1,\"type\":\"cmd\",\"meter\":{meter},\"slot\":0,\"sequence\":1,\"flags\":0,\"line\":\"registers\"}}");
        technician.Publish(Topics.ForMeter(s_cluster.Name, meter, MessageType.Command), command, qos: 1, retain: false);
    }
}
