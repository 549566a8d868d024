// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Simulator.Studies.Synchronization;

/// <summary>One seed in detail, for the paper's figures 2 and 3: the test days slot by slot, and what was learned.</summary>
public sealed class Illustration
{
    /// <summary>Prosumers shown at most: nobody looks at more, and a large network has no room for all.</summary>
    public const int MostProsumers = 100;

    private Illustration(FixedQValues values, Trace trace, IReadOnlyList<double> consumerKwh) =>
        (Values, Trace, ConsumerKwh) = (values, trace, consumerKwh);

    /// <summary>What the prosumers learned.</summary>
    public FixedQValues Values { get; }

    /// <summary>The test days.</summary>
    public Trace Trace { get; }

    /// <summary>Demand of the first consumer in each slot of the test days, kWh.</summary>
    public IReadOnlyList<double> ConsumerKwh { get; }

    /// <summary>Trains one seed and watches the test days; <paramref name="dayDone"/> is called after each day.</summary>
    public static Illustration Run(Experiment experiment, ulong seed, int testDays, Action? dayDone = null)
    {
        ModelHomes homes = experiment.Homes(seed);
        Network network = new(homes, experiment.Reading, seed, experiment.Threads, keepDetail: true);
        QLearner<FixedQValues> learner = new(new FixedQValues(experiment.Reading, experiment.Prosumers), experiment.Reading, experiment.Prosumers, seed);
        Experiment.Pass(network, 0, experiment.TrainingDays, learner, null, dayDone);
        Watcher watcher = new(experiment.Prosumers);
        Experiment.Pass(network, experiment.TrainingDays, testDays, learner.Greedy(), watcher, dayDone);
        return new Illustration(learner.Values, watcher.Trace, watcher.ConsumerKwh);
    }

    private sealed class Watcher(int prosumers) : ISlotObserver
    {
        public Trace Trace { get; } = new(Math.Min(prosumers, MostProsumers));

        public List<double> ConsumerKwh { get; } = [];

        public void Settled(in SlotOutcome outcome, Network network)
        {
            Trace.Settled(outcome, network);
            double[] demand = network.Detail!.DemandKwh;
            ConsumerKwh.Add(demand.Length > prosumers ? demand[prosumers] : 0);
        }
    }
}
