// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Linq;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>What one seed came to: the learned policy, and the same days under it and under friendly behaviour.</summary>
public sealed class SeedResult
{
    /// <summary>A slot counts as clearly better when its advantage exceeds this part of the prosumer's largest: at night both actions are worth nearly the same.</summary>
    public const double Margin = 0.05;

    private SeedResult(ulong seed, PolicyTable policy, PolicyTable clear, double[][] advantage, DayStatistics friendly, DayStatistics learned)
    {
        (Seed, Policy, ClearPolicy, Advantage, Friendly, Learned) = (seed, policy, clear, advantage, friendly, learned);
    }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>The greedy policy after training.</summary>
    public PolicyTable Policy { get; }

    /// <summary>The learned policy where synchronizing is better by more than <see cref="Margin"/>, friendly elsewhere.</summary>
    public PolicyTable ClearPolicy { get; }

    /// <summary>By prosumer and slot: Q(sync) - Q(friendly), money; the first <see cref="Illustration.MostProsumers"/> only.</summary>
    public double[][] Advantage { get; }

    /// <summary>The evaluation days when nobody synchronizes.</summary>
    public DayStatistics Friendly { get; }

    /// <summary>The same days under the learned policy.</summary>
    public DayStatistics Learned { get; }

    /// <summary>Rise of the mean price by the learned policy, per cent.</summary>
    public double MeanPriceUplift => Percent(Learned.MeanPrice, Friendly.MeanPrice);

    /// <summary>Rise of the daily peak price, per cent.</summary>
    public double PeakPriceUplift => Percent(Learned.PeakPrice, Friendly.PeakPrice);

    /// <summary>Rise of what consumers pay, per cent.</summary>
    public double ConsumerCostUplift => Percent(Learned.ConsumerCost, Friendly.ConsumerCost);

    /// <summary>Rise of the prosumers' sales, per cent.</summary>
    public double SalesUplift => Percent(Learned.Revenue, Friendly.Revenue);

    /// <summary>Share of prosumers who synchronize, by slot.</summary>
    public double[] Share => PerSlot(Learned.SyncShareAt);

    /// <summary>Share of prosumers for whom synchronizing is better by more than <see cref="Margin"/>, by slot.</summary>
    public double[] ClearShare => PerSlot(ClearShareAt);

    /// <summary>Trains and evaluates one seed.</summary>
    /// <param name="experiment">What to run.</param>
    /// <param name="seed">Which one.</param>
    /// <param name="dayDone">Called after each of the <see cref="Experiment.SeedDays"/>.</param>
    public static SeedResult Run(Experiment experiment, ulong seed, Action? dayDone = null)
    {
        ModelHomes homes = experiment.Homes(seed);
        QLearner<FixedQValues> learner = experiment.Learn(seed, homes, (reading, prosumers) => new FixedQValues(reading, prosumers), dayDone);
        PolicyTable policy = learner.Greedy();
        return new SeedResult(
            seed,
            policy,
            Clear(learner.Values, policy),
            [.. Enumerable.Range(0, Math.Min(Illustration.MostProsumers, policy.Prosumers)).Select(p => Advantages(learner.Values, policy.Slots, p))],
            experiment.Evaluate(seed, homes, experiment.AllFriendly(), dayDone),
            experiment.Evaluate(seed, homes, policy, dayDone));
    }

    private static double Percent(double learned, double friendly) => friendly == 0 ? 0 : 100 * ((learned / friendly) - 1);

    private static double[] Advantages(IQValues values, int slots, int prosumer)
    {
        double[] advantages = new double[slots];
        for (int slot = 0; slot < slots; slot++)
        {
            advantages[slot] = values.Value(slot, 1, prosumer) - values.Value(slot, 0, prosumer);
        }

        return advantages;
    }

    private static PolicyTable Clear(IQValues values, PolicyTable policy)
    {
        PolicyTable clear = policy.Copy();
        for (int prosumer = 0; prosumer < policy.Prosumers; prosumer++)
        {
            double[] advantages = Advantages(values, policy.Slots, prosumer);
            double margin = Margin * Math.Max(0, advantages.Max());
            for (int slot = 0; slot < policy.Slots; slot++)
            {
                clear[slot, prosumer] &= advantages[slot] > margin;
            }
        }

        return clear;
    }

    private double ClearShareAt(int slot)
    {
        int clear = 0;
        for (int prosumer = 0; prosumer < Policy.Prosumers; prosumer++)
        {
            clear += ClearPolicy[slot, prosumer] ? 1 : 0;
        }

        return (double)clear / Policy.Prosumers;
    }

    private double[] PerSlot(Func<int, double> of) => [.. Enumerable.Range(0, Policy.Slots).Select(of)];
}
