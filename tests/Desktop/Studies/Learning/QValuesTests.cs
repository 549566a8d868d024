// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Policy;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Tests.Studies.Learning;

[TestClass]
public sealed class QValuesTests
{
    [TestMethod]
    public void TheArraysHoldWhatAMetersTableHolds()
    {
        const int prosumers = 3;
        Random random = new(1);
        FixedQValues values = new(Readings.C0, prosumers);
        QTable[] tables = [.. Enumerable.Range(0, prosumers).Select(_ => new QTable())];
        for (int step = 0; step < 200_000; step++)
        {
            int slot = random.Next(96), action = random.Next(2), prosumer = random.Next(prosumers);
            double reward = (random.NextDouble() - 0.5) * 0.5;
            int rewardQ16 = (int)Math.Floor((reward * (65536 / 0.1)) + 0.5);
            values.Update(slot, action, prosumer, reward, slot < 95 ? slot + 1 : -1, slot, action);
            tables[prosumer].Update(slot, (PolicyAction)action, rewardQ16, 655, 58982);
        }

        for (int i = 0; i < 96 * 2 * prosumers; i++)
        {
            Assert.AreEqual(tables[i % prosumers].Value(i / prosumers / 2, (PolicyAction)(i / prosumers % 2)), values.Raw(i / prosumers / 2, i / prosumers % 2, i % prosumers));
        }
    }

    [TestMethod]
    [DataRow(0.01, 0.9, 1.0)]
    [DataRow(1.0, 1.0, 30.0)]
    [DataRow(0.37, 0.99, 1e9)]
    public void ManyAtOnceAreTheSameAsOneByOne(double alpha, double gamma, double rewardSpread)
    {
        const int prosumers = 37;
        Random random = new(2);
        Reading reading = Readings.C0 with { LearningRate = alpha, Discount = gamma };
        FixedQValues many = new(reading, prosumers), single = new(reading, prosumers);
        for (int step = 0; step < 2000; step++)
        {
            int slot = step % 96, next = slot < 95 ? slot + 1 : -1;
            bool[] synchronized = [.. Enumerable.Range(0, prosumers).Select(_ => random.Next(2) == 1)];
            double[] rewards = [.. Enumerable.Range(0, prosumers).Select(_ => (random.NextDouble() - 0.5) * rewardSpread)];
            many.Update(slot, next, 0, synchronized, rewards);
            for (int p = 0; p < prosumers; p++)
            {
                single.Update(slot, synchronized[p] ? 1 : 0, p, rewards[p], next, slot, synchronized[p] ? 1 : 0);
            }
        }

        bool[] better = new bool[prosumers];
        for (int slot = 0; slot < 96; slot++)
        {
            many.Compare(slot, 0, better);
            for (int p = 0; p < prosumers; p++)
            {
                Assert.AreEqual(single.Raw(slot, 0, p), many.Raw(slot, 0, p));
                Assert.AreEqual(single.Raw(slot, 1, p), many.Raw(slot, 1, p));
                Assert.AreEqual(single.Compare(slot, p) > 0, better[p]);
            }
        }
    }

    [TestMethod]
    public void ValuesStayAtTheLimitOf24Bits()
    {
        FixedQValues values = new(Readings.C0 with { LearningRate = 1 }, 1);
        values.Update(95, 0, 0, 1e9, -1, 95, 0);
        values.Update(95, 1, 0, -1e9, -1, 95, 1);
        Assert.AreEqual((1 << 23) - 1, values.Raw(95, 0, 0));
        Assert.AreEqual(-(1 << 23), values.Raw(95, 1, 0));
    }

    [TestMethod]
    public void TheFloatingTwinFollowsTheVectors()
    {
        foreach (JsonElement vector in StudyVectors.PriceLawAndQ.GetProperty("q_update").EnumerateArray())
        {
            double Number(string name) => vector.GetProperty(name).GetDouble();
            FloatQValues values = new(Readings.C0 with { LearningRate = Number("alpha"), Discount = Number("gamma"), InitialQ = Number("q_before") }, 1);
            double reach = (Number("max_next") - Number("q_before")) / Number("alpha");
            values.Update(1, 1, 0, Number("q_before") + reach, -1, 1, 1);
            values.Update(0, 0, 0, Number("reward"), 1, 0, 0);
            double expected = Number("max_next") >= Number("q_before") ? Number("q_after") : double.NaN;
            Assert.AreEqual(expected, values.Value(0, 0, 0), 1e-12);
        }
    }
}
