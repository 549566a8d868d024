// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Demo;
using Prosumeter.Simulator.Scenarios.Live;

namespace Prosumeter.Tests.Scenarios.Live;

/// <summary>Whole firmwares whose reports a broker loses on the way to the market, as a Mosquitto does with a slow subscriber.</summary>
[TestClass]
public sealed class LostReportTests
{
    private const int SlotSeconds = 60;
    private const long StartSeconds = 1_800_000_000;

    [TestMethod]
    [TestCategory("P-47")]
    public void LostReportsAreSentAgainAndEachSlotIsSettledByItself()
    {
        InProcessBroker broker = new();
        using Aggregator market = new(broker, new AggregatorSettings("local", StandardTariff.Create(), new PayAsAskRule()) { SlotSeconds = SlotSeconds, GateSeconds = 15 });
        using PacedFleet fleet = new(new FleetSettings("local", Meters: 4, FirstMeter: 1, SlotSeconds, Seed: 3, FlashFolder: null), broker, StartSeconds);
        List<MeterSettlement> settlements = [];
        int asked = 0;
        market.MeterSettled += settlements.Add;
        market.ReplayAsked += (_, _) => asked++;
        Run(broker, market, fleet, fromSecond: 0, toSecond: 3 * SlotSeconds);
        broker.Faults.AppliesTo = client => client.StartsWith("prosumeter-market", StringComparison.Ordinal);
        broker.Faults.LosePermille = 250;
        broker.Faults.DuplicatePermille = 200;
        broker.Faults.Seed(7);
        Run(broker, market, fleet, 3 * SlotSeconds, 23 * SlotSeconds);
        broker.Faults.LosePermille = 0;
        Run(broker, market, fleet, 23 * SlotSeconds, 26 * SlotSeconds);

        Assert.IsGreaterThan(5, asked);
        Assert.AreEqual(0, market.Accounts.SumMicros);
        Assert.IsTrue(broker.Counters.Lost > 20);
        int whole = settlements.Count(settlement => settlement.AfterSlot == settlement.Slot - 1);
        Assert.IsGreaterThan(settlements.Count * 9 / 10, whole, "almost every slot by itself; a replay may be lost as well");
        foreach (IGrouping<int, MeterSettlement> meter in settlements.GroupBy(settlement => settlement.Meter))
        {
            int[] ends = meter.Select(settlement => settlement.Slot).ToArray(), starts = meter.Select(settlement => settlement.AfterSlot).ToArray();
            CollectionAssert.AreEqual(ends[..^1], starts[1..], "no slot is left out or settled twice");
        }
    }

    private static void Run(InProcessBroker broker, Aggregator market, PacedFleet fleet, int fromSecond, int toSecond)
    {
        for (long milliseconds = fromSecond * 1000L; milliseconds < toSecond * 1000L; milliseconds += 250)
        {
            long now = (StartSeconds * 1000) + milliseconds;
            fleet.Run(now * 1000, int.MaxValue);
            broker.AdvanceTo(now);
            market.Step(now);
            broker.Pump();
        }
    }
}
