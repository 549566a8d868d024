// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>What one seed came to: the learned policy, and the same days under it and under friendly behaviour.</summary>
public sealed class SeedResult
{
    /// <summary>A slot counts as clearly better when its advantage exceeds this part of the prosumer's largest: at night both actions are worth nearly the same.</summary>
    public const double Margin = 0.05;

    private SeedResult(ulong seed, PolicyTable policy, double[][] advantage, DayStatistics friendly, DayStatistics learned)
    {
        (Seed, Policy, Advantage, Friendly, Learned) = (seed, policy, advantage, friendly, learned);
    }

    /// <summary>The seed.</summary>
    public ulong Seed { get; }

    /// <summary>The greedy policy after training.</summary>
    public PolicyTable Policy { get; }

    /// <summary>By prosumer and slot: Q(sync) - Q(friendly), money.</summary>
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
    public static SeedResult Run(Experiment experiment, ulong seed)
    {
        ModelHomes homes = experiment.Homes(seed);
        QLearner<FixedQValues> learner = experiment.Learn(seed, homes, (reading, prosumers) => new FixedQValues(reading, prosumers));
        PolicyTable policy = learner.Greedy();
        return new SeedResult(
            seed, policy, Advantages(learner.Values, policy), experiment.Evaluate(seed, homes, experiment.AllFriendly()), experiment.Evaluate(seed, homes, policy));
    }

    /// <summary>The learned policy where it is clearly better to synchronize, friendly elsewhere.</summary>
    public PolicyTable ClearPolicy()
    {
        PolicyTable clear = Policy.Copy();
        for (int slot = 0; slot < Policy.Slots; slot++)
        {
            for (int prosumer = 0; prosumer < Policy.Prosumers; prosumer++)
            {
                clear[slot, prosumer] &= IsClear(slot, prosumer);
            }
        }

        return clear;
    }

    private static double Percent(double learned, double friendly) => friendly == 0 ? 0 : 100 * ((learned / friendly) - 1);

    private static double[][] Advantages(IQValues values, PolicyTable policy)
    {
        double[][] advantages = new double[policy.Prosumers][];
        for (int prosumer = 0; prosumer < policy.Prosumers; prosumer++)
        {
            advantages[prosumer] = new double[policy.Slots];
            for (int slot = 0; slot < policy.Slots; slot++)
            {
                advantages[prosumer][slot] = values.Value(slot, 1, prosumer) - values.Value(slot, 0, prosumer);
            }
        }

        return advantages;
    }

    private bool IsClear(int slot, int prosumer)
    {
        double largest = 0;
        foreach (double advantage in Advantage[prosumer])
        {
            largest = Math.Max(largest, advantage);
        }

        return Advantage[prosumer][slot] > Margin * largest;
    }

    private double ClearShareAt(int slot)
    {
        int clear = 0;
        for (int prosumer = 0; prosumer < Policy.Prosumers; prosumer++)
        {
            clear += IsClear(slot, prosumer) ? 1 : 0;
        }

        return (double)clear / Policy.Prosumers;
    }

    private double[] PerSlot(Func<int, double> of)
    {
        double[] values = new double[Policy.Slots];
        for (int slot = 0; slot < values.Length; slot++)
        {
            values[slot] = of(slot);
        }

        return values;
    }
}
