// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>
/// Runs a plan slot by slot: all homes live through a slot, then the markets clear the next one and settle this one. In a slot homes do not know of one another, nor
/// do clusters but for the upper level, so both are spread over threads and the result does not depend on their number. A cluster does all it can before the next
/// one begins: its homes stay in the processor's cache meanwhile. It starts one slot early, so that registers and bids are in order when the first day begins.
/// </summary>
public sealed class SimulationRun
{
    private const int HomesAtOnce = 50;
    private readonly SimulationPlan _plan;
    private readonly SimulatedMarkets _markets;
    private readonly int[] _marketNumbers;
    private readonly ClusterHome[][] _batches;
    private readonly BoardHome[] _boards;
    private readonly ParallelOptions _parallel;
    private int _slot;

    /// <summary>Builds everything and stops before the first slot.</summary>
    /// <param name="plan">What to simulate.</param>
    /// <param name="threads">Threads to use, 1 or more.</param>
    public SimulationRun(SimulationPlan plan, int threads)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _plan = plan;
        _markets = new SimulatedMarkets(plan);
        _marketNumbers = Enumerable.Range(0, _markets.Count).ToArray();
        _boards = Clusters.SelectMany(cluster => cluster.Homes).OfType<BoardHome>().ToArray();
        _batches = [.. _boards.Select(ClusterHome[] (board) => [board]), .. Clusters.SelectMany(cluster => cluster.Homes.Where(home => home is not BoardHome)).Chunk(HomesAtOnce)];
        _parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        _slot = plan.FirstSlot - 1;
    }

    /// <summary>The clusters.</summary>
    internal IReadOnlyList<SimulatedCluster> Clusters => _markets.Clusters;

    /// <summary>Slots run so far, the one before the first day included.</summary>
    public int SlotsDone => _slot - (_plan.FirstSlot - 1);

    /// <summary>Slots to run.</summary>
    public int SlotsToRun => _plan.Slots + 1;

    /// <summary>Whether there is nothing left to run.</summary>
    public bool IsFinished => SlotsDone >= SlotsToRun;

    /// <summary>Runs a plan to its end.</summary>
    public static SimulationOutcome Run(SimulationPlan plan, int threads = 1)
    {
        SimulationRun simulation = new(plan, threads);
        while (!simulation.IsFinished)
        {
            simulation.RunSlot(CancellationToken.None);
        }

        return simulation.Outcome();
    }

    /// <summary>Runs one slot.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void RunSlot(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (Clusters.Count < _parallel.MaxDegreeOfParallelism || _boards.Length > 0)
        {
            ForEach(Clusters, cluster => cluster.Start(_slot));
            ForEach(_batches, RunHomes);
            ForEach(Clusters, cluster => cluster.Submit(_slot + 1));
        }
        else
        {
            ForEach(Clusters, RunCluster);
        }

        ForEach(_marketNumbers, market => _markets.Clear(market, _slot + 1));
        ForEach(_boards, board => board.Finish(_slot));
        ForEach(Clusters, cluster => cluster.Close(_slot));
        _slot++;
    }

    /// <summary>What came out.</summary>
    /// <exception cref="InvalidOperationException">It has not finished.</exception>
    public SimulationOutcome Outcome() => IsFinished
        ? new SimulationOutcome(
            _plan.Name,
            _plan.Description,
            _plan.Seed,
            _plan.StartUtcSeconds,
            _plan.Days,
            _plan.SlotSeconds,
            Clusters.Select(cluster => cluster.Outcome()).ToList())
        : throw new InvalidOperationException("The simulation has not finished.");

    private void RunCluster(SimulatedCluster cluster)
    {
        cluster.Start(_slot);
        RunHomes(cluster.Homes);
        cluster.Submit(_slot + 1);
    }

    private void RunHomes(ClusterHome[] homes)
    {
        foreach (ClusterHome home in homes)
        {
            home.Run(_slot);
        }
    }

    // One thread needs no thread pool, and its stack traces are readable.
    private void ForEach<T>(IReadOnlyList<T> items, Action<T> run)
    {
        if (_parallel.MaxDegreeOfParallelism > 1)
        {
            Parallel.ForEach(items, _parallel, run);
            return;
        }

        foreach (T item in items)
        {
            run(item);
        }
    }
}
