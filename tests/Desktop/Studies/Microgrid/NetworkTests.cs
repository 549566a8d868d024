// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Tests.Studies.Microgrid;

[TestClass]
public sealed class NetworkTests
{
    private const long PriceAfterThirtyDays = 4608737747589737201;
    private const long CostAfterThirtyDays = 4604114801914437752;

    [TestMethod]
    [DataRow("C0")]
    [DataRow("C0,buyer-order=pro-rata,jitter=2,detection=0.2,fine=1")]
    [DataRow("C0,response-payment=2,buyer-order=index")]
    public void TheResultDoesNotDependOnTheNumberOfThreads(string text)
    {
        // Four stretches of prosumers and three of consumers, none of them full.
        List<SlotOutcome> one = Learn(Readings.Parse(text), 6301, 5003, 1, 2);
        foreach (int threads in (IEnumerable<int>)[2, 3, 7])
        {
            CollectionAssert.AreEqual(one, Learn(Readings.Parse(text), 6301, 5003, threads, 2), $"{threads} threads");
        }
    }

    [TestMethod]
    public void NeighboursWhoQueueTogetherPayWhatAnAverageOrderCosts()
    {
        List<SlotOutcome> Slots(string order) => Run(Readings.Parse($"C0,buyer-order={order}"), 2100, 4000, 1, 3, new PolicyTable(96, 2100));
        List<SlotOutcome> random = Slots("random"), average = Slots("pro-rata");
        double both = average.Sum(s => s.ConsumerCost + s.ProsumerCost);
        Assert.AreEqual(both, random.Sum(s => s.ConsumerCost + s.ProsumerCost), 1e-9 * both);
        Assert.AreEqual(average.Sum(s => s.ProsumerCost), random.Sum(s => s.ProsumerCost), 1e-3 * both);
        Assert.AreNotEqual(average.Sum(s => s.ProsumerCost), random.Sum(s => s.ProsumerCost), 1e-7 * both);
    }

    [TestMethod]
    public void ASeedGivesTheSameResultOnEveryMachine()
    {
        // Written down once on x64 with 512-bit vectors.
        SlotOutcome last = Learn(Readings.C0, 5, 20, 1, 30)[^1];
        Assert.AreEqual(PriceAfterThirtyDays, BitConverter.DoubleToInt64Bits(last.Price), $"{last.Price:R} = {BitConverter.DoubleToInt64Bits(last.Price)}");
        Assert.AreEqual(CostAfterThirtyDays, BitConverter.DoubleToInt64Bits(last.ConsumerCost), $"{last.ConsumerCost:R} = {BitConverter.DoubleToInt64Bits(last.ConsumerCost)}");
    }

    [TestMethod]
    [DataRow("C0")]
    [DataRow("H0")]
    [DataRow("M1")]
    [DataRow("G1")]
    [DataRow("C0,buyer-order=pro-rata")]
    [DataRow("C0,buyer-order=index")]
    [DataRow("C0,ask-rise=each-transaction,buyer-order=index")]
    [DataRow("C0,ask-rise=sold-out,ask-fall=unsold-above-operator,ask-floor=0.05")]
    [DataRow("C0,deficit-supply=operator")]
    public void WhatIsPaidIsWhatIsEarned(string text)
    {
        double paid = 0, earned = 0;
        foreach (SlotOutcome slot in Learn(Readings.Parse(text), 7, 30, 1, 5))
        {
            paid = slot.ConsumerCost + slot.ProsumerCost;
            earned = slot.Revenue + (slot.OperatorKwh * slot.Price);
            Assert.AreEqual(paid, earned, 1e-9 * Math.Max(1, paid), $"day {slot.Day} slot {slot.Slot}");
        }

        Assert.IsGreaterThan(0, paid);
    }

    [TestMethod]
    public void EveryOptionCountsForSomething()
    {
        foreach (ReadingOption option in Readings.Options)
        {
            // Some options only work together with another.
            string basis = option.Name switch
            {
                "fine" => "C0,detection=0.5",
                "generation-sd" => "C0,generation-curve=gaussian",
                "price-reset" => "C0,reference-fraction=0.02",
                "ask-rise" => "C0,buyer-order=index",
                "last-slot" => "C0,generation-curve=gaussian,generation-sd=8,learning-rate=1",
                _ => "C0",
            };
            foreach (string value in Others(option, Readings.Parse(basis)))
            {
                string changed = $"{basis},{option.Name}={value}";
                Assert.AreNotEqual(Learned(Readings.Parse(basis)), Learned(Readings.Parse(changed)), changed);
            }
        }
    }

    [TestMethod]
    public void AnAverageOrderOfBuyersCostsThemTheSameTogether()
    {
        double Total(string order)
        {
            double total = 0;
            Reading reading = Readings.Parse($"C0,buyer-order={order}");
            Network network = new(new ModelHomes(new DrawnPopulation(reading, 1, 5, 20), reading, 1), reading, 1);
            Recorder recorder = new();
            network.Run(0, 20, new PolicyTable(96, 5), recorder);
            recorder.Slots.ForEach(s => total += s.ConsumerCost + s.ProsumerCost);
            return total;
        }

        Assert.AreEqual(Total("pro-rata"), Total("random"), 1e-9 * Total("random"));
        Assert.AreEqual(Total("pro-rata"), Total("index"), 1e-9 * Total("random"));
    }

    private static IEnumerable<string> Others(ReadingOption option, Reading reading)
    {
        string now = option.ValueIn(reading);
        if (option.Allowed != "number")
        {
            foreach (string value in option.Allowed.Split('|'))
            {
                if (value != now)
                {
                    yield return value;
                }
            }
        }
        else
        {
            yield return option.Name switch
            {
                "slots-per-day" => "288",
                "panels-to" => "12",
                "panels-from" => "2",
                "peak-cut" => "1.5",
                "q-init" => "-0.5",
                "price-exponent" => "1.5",
                "ask-floor" => "0.2",
                "morning-kw-from" or "morning-kw-to" or "evening-kw-from" or "evening-kw-to" => "0.8",
                _ => Halved(now),
            };
        }
    }

    private static string Halved(string now)
    {
        double number = double.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        double other = number == 0 ? 0.5 : number > 1 ? number + 0.25 : number / 2;
        return other.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    // The money of some days and what was learned in them, as one text.
    private static string Learned(Reading reading)
    {
        Network network = new(new ModelHomes(new DrawnPopulation(reading, 1, 5, 20), reading, 1), reading, 1);
        Recorder recorder = new();
        FixedQValues values = new(reading, 5);
        network.Run(0, 12, new QLearner<FixedQValues>(values, reading, 5, 1), recorder);
        IEnumerable<int> table = Enumerable.Range(0, 96 * 2 * 5).Select(i => values.Raw(i / 10, i / 5 % 2, i % 5));
        return $"{recorder.Slots.Sum(s => s.ConsumerCost):R} {recorder.Slots.Sum(s => s.Profit):R} {string.Join(' ', table)}";
    }

    private static List<SlotOutcome> Learn(Reading reading, int prosumers, int consumers, int threads, int days) =>
        Run(reading, prosumers, consumers, threads, days, new QLearner<FixedQValues>(new FixedQValues(reading, prosumers), reading, prosumers, 1));

    private static List<SlotOutcome> Run(Reading reading, int prosumers, int consumers, int threads, int days, IPolicy policy)
    {
        Network network = new(new ModelHomes(new DrawnPopulation(reading, 1, prosumers, consumers), reading, 1), reading, 1, threads);
        Recorder recorder = new();
        network.Run(0, days, policy, recorder);
        return recorder.Slots;
    }

    private sealed class Recorder : ISlotObserver
    {
        public List<SlotOutcome> Slots { get; } = [];

        public void Settled(in SlotOutcome outcome, Network network) => Slots.Add(outcome);
    }
}
