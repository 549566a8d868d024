// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>One network under one reading: how many live in it, how long they learn, how long they are watched afterwards.</summary>
/// <param name="Reading">The rules.</param>
/// <param name="Prosumers">5 in the paper.</param>
/// <param name="Consumers">20 in the paper.</param>
/// <param name="TrainingDays">520 in the paper.</param>
/// <param name="EvaluationDays">Days over which learned and friendly behaviour are compared; the same days for both.</param>
/// <param name="Threads">Threads inside the network, for large ones; the result is the same for any number.</param>
public sealed record Experiment(Reading Reading, int Prosumers = 5, int Consumers = 20, int TrainingDays = 520, int EvaluationDays = 100, int Threads = 1)
{
    /// <summary>Days that the network passes in a seed: training, then the evaluation twice.</summary>
    public int SeedDays => TrainingDays + (2 * EvaluationDays);

    /// <summary>The homes of a seed.</summary>
    public ModelHomes Homes(ulong seed) => new(new DrawnPopulation(Reading, seed, Prosumers, Consumers), Reading, seed);

    /// <summary>Lets the prosumers of a seed learn for the days of training.</summary>
    public QLearner<TValues> Learn<TValues>(ulong seed, IHomes homes, Func<Reading, int, TValues> values, Action? dayDone = null)
        where TValues : struct, IQValues
    {
        QLearner<TValues> learner = new(values(Reading, Prosumers), Reading, Prosumers, seed);
        Pass(new Network(homes, Reading, seed, Threads), 0, TrainingDays, learner, null, dayDone);
        return learner;
    }

    /// <summary>Watches a policy for the days after training.</summary>
    public DayStatistics Evaluate(ulong seed, IHomes homes, PolicyTable policy, Action? dayDone = null)
    {
        DayStatistics statistics = new(Reading.SlotsPerDay, Prosumers);
        Pass(new Network(homes, Reading, seed, Threads), TrainingDays, EvaluationDays, policy, statistics, dayDone);
        return statistics;
    }

    /// <summary>The policy of prosumers who never synchronize.</summary>
    public PolicyTable AllFriendly() => new(Reading.SlotsPerDay, Prosumers);

    /// <summary>Lets days pass, and tells after each.</summary>
    internal static void Pass(Network network, int firstDay, int days, IPolicy policy, ISlotObserver? observer, Action? dayDone)
    {
        for (int day = firstDay; day < firstDay + days; day++)
        {
            network.Run(day, 1, policy, observer);
            dayDone?.Invoke();
        }
    }
}
