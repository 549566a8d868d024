// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Messages;
using Prosumeter.Metering;
using Prosumeter.Policy;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Trading;

namespace Prosumeter.Tests.Studies.Learning;

/// <summary>Five meters learn from their settlements, in the microgrid in which five prosumers of the study learn.</summary>
[TestClass]
public sealed class MeterLearningTests
{
    private const int Prosumers = 5;
    private const int Days = 520;

    public TestContext TestContext { get; set; } = null!;

    [TestMethod]
    [DataRow(1UL)]
    [DataRow(2UL)]
    [DataRow(3UL)]
    public void MetersLearnThePolicyOfTheStudy(ulong seed)
    {
        // The same demand and generation every day, and buyers by number.
        Simulator.Studies.Microgrid.Reading reading = Readings.Parse("C0,demand-sd=0,generation-spread=0,buyer-order=index");
        ModelHomes homes = new(new DrawnPopulation(reading, seed, Prosumers, 20), reading, seed);
        QLearner<FixedQValues> study = new(new FixedQValues(reading, Prosumers), reading, Prosumers, seed);
        new Network(homes, reading, seed).Run(0, Days, study);
        MeterPolicy meters = new(Prosumers);
        new Network(homes, reading, seed).Run(0, Days, meters);

        PolicyTable learned = study.Greedy();
        int agree = Enumerable.Range(0, Prosumers * QTable.Slots)
            .Count(i => learned[i % QTable.Slots, i / QTable.Slots] == (meters.Tables[i / QTable.Slots].Best(i % QTable.Slots) == PolicyAction.Sync));
        int synchronizes = meters.Tables.Sum(table => Enumerable.Range(0, QTable.Slots).Count(slot => table.Best(slot) == PolicyAction.Sync));
        TestContext.WriteLine($"seed {seed}: {agree} of {Prosumers * QTable.Slots} slots agree, {synchronizes} synchronize");
        Assert.IsGreaterThanOrEqualTo(0.95 * Prosumers * QTable.Slots, agree);
        Assert.IsGreaterThan(100, synchronizes);
    }

    [TestMethod]
    [DataRow(true, true, 0.05)]
    [DataRow(true, false, 0.0)]
    [DataRow(false, true, 0.0)]
    public void OnlyALaboratoryMeterThatLearnsExplores(bool learns, bool isLaboratory, double share)
    {
        const int slots = 20_000;
        TradingController controller = new(new TradingSettings { Learns = learns, AllowsSync = isLaboratory, ExplorationSeed = 7 }, new RegisterBank(), new QTable());
        int explored = 0;
        for (int slot = 0; slot < slots; slot++)
        {
            controller.OnPrice(new PriceMessage { Slot = slot, RetailMicrosPerKilowattHour = 300_000 }, MarketSlot.StartSeconds(slot, MarketSlot.DefaultSeconds));
            controller.DecideBid(slot, new Bid());
            explored += controller.Decision.Action == PolicyAction.Sync ? 1 : 0;
        }

        Assert.AreEqual(share, (double)explored / slots, share / 10);
    }
}
