// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Policy;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Tests.Studies.Microgrid;

[TestClass]
public sealed class PlainMicrogridTests
{
    [TestMethod]
    [DataRow(5, 20)]
    [DataRow(1, 24)]
    [DataRow(9, 3)]
    public void TheKernelLearnsWhatMetersLearn(int prosumers, int consumers)
    {
        Reading reading = Readings.Parse("C0,buyer-order=index");
        ModelHomes homes = new(new DrawnPopulation(reading, 3, prosumers, consumers), reading, 3);
        FixedQValues values = new(reading, prosumers);
        Costs costs = new();
        new Network(homes, reading, 3).Run(0, 60, new QLearner<FixedQValues>(values, reading, prosumers, 3), costs);

        // A learner that never learns tries the other action exactly when the real one does.
        QLearner<FixedQValues> exploration = new(new FixedQValues(reading, prosumers), reading, prosumers, 3);
        PlainMicrogrid plain = new(homes);
        for (int day = 0; day < 60; day++)
        {
            plain.RunDay(day, exploration);
        }

        Assert.AreEqual(plain.ConsumerCost, costs.Consumers, 1e-9 * plain.ConsumerCost);
        AssertSameTables(plain, values);
    }

    // The two add energy in another order, so a reward may differ in its last bit and round to the next 65536th.
    private static void AssertSameTables(PlainMicrogrid plain, FixedQValues values)
    {
        int different = 0;
        for (int p = 0; p < plain.Tables.Length; p++)
        {
            for (int slot = 0; slot < QTable.Slots; slot++)
            {
                int friendly = plain.Tables[p].Value(slot, PolicyAction.Friendly) - values.Raw(slot, 0, p);
                int sync = plain.Tables[p].Value(slot, PolicyAction.Sync) - values.Raw(slot, 1, p);
                Assert.IsLessThanOrEqualTo(1, Math.Max(Math.Abs(friendly), Math.Abs(sync)));
                different += (friendly != 0 ? 1 : 0) + (sync != 0 ? 1 : 0);
            }
        }

        Assert.IsLessThanOrEqualTo(2, different);
    }

    private sealed class Costs : ISlotObserver
    {
        public double Consumers { get; private set; }

        public void Settled(in SlotOutcome outcome, Network network) => Consumers += outcome.ConsumerCost;
    }
}
