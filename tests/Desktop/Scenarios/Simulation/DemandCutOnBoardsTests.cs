// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Fleet;
using Prosumeter.Simulator.Scenarios.Simulation;

namespace Prosumeter.Tests.Scenarios.Simulation;

/// <summary>Whole firmwares obey and acknowledge a demand cut (docs/PROTOCOL.md, P-54), also when the network loses messages.</summary>
[TestClass]
public sealed class DemandCutOnBoardsTests
{
    private const int Retail = 50_000;
    private const int SlotSeconds = 300;
    private const int Slots = 4;

    [TestMethod]
    [TestCategory("P-54")]
    [DataRow(Retail + 1, 0, true)]
    [DataRow(Retail + 1, 100, true)]
    [DataRow(Retail, 0, false)]
    public void EveryMeterCutsItsLoadAndSaysSo(int cost, int losePermille, bool isCut)
    {
        ClusterPlan cluster = SimulationPlans.OneCluster().Clusters.Single();
        const long Start = 1_781_308_800;
        InProcessBroker broker = new();
        broker.AdvanceTo(Start * 1000);
        List<int> acknowledged = [], unanswered = [];
        using IMqttSession bystander = broker.CreateSession();
        bystander.MessageReceived += message => acknowledged.Add(MeterOf(message));
        bystander.Connect(new MqttConnectOptions { ClientId = "bystander" });
        bystander.Subscribe([TopicFilters.ForAllMeters(cluster.Name, MessageType.Acknowledgement)], qos: 1);
        using Aggregator market = new(broker, new AggregatorSettings(cluster.Name, DailyTariff.Flat(new TariffPrices(Retail, 0)), new PayAsAskRule())
        {
            SlotSeconds = SlotSeconds,
            Rules = new BidRules(CostMicrosPerKilowattHour: cost),
        });
        market.CutUnanswered += (meter, _) => unanswered.Add(meter);
        List<VirtualMeter> meters = cluster.Homes.Take(3).Select(home => new VirtualMeter(home.Meter, home.OpenProfile(), broker, Start, SlotSeconds)).ToList();
        (broker.Faults.LosePermille, broker.Faults.AppliesTo) = (losePermille, client => client != "bystander");

        new FleetClock(broker, new SimulatedMarket(market, Start), meters).RunUntil((Start + (Slots * SlotSeconds) - 60) * 1_000_000);

        Assert.IsTrue(meters.TrueForAll(meter => meter.Firmware!.Controller.CutsInterruptibleLoad == isCut));
        Assert.AreEqual(isCut ? meters.Count : 0, acknowledged.Distinct().Count());
        Assert.IsEmpty(unanswered);
        meters.ForEach(meter => meter.Dispose());
    }

    private static int MeterOf(MqttMessage message)
    {
        TopicParts topic = new();
        return topic.TryParse(message.Topic) ? topic.Meter : 0;
    }
}
