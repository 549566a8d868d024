// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Boards.Faults;

namespace Prosumeter.Simulator.Scenarios.Simulation;

/// <summary>
/// What stands behind <c>simulate --fault</c>: faults of messages (<c>lose=5,double=5,reorder=5</c>) and faults of virtual boards
/// (<c>[[CLUSTER/]HOMES/]NAME[=NUMBER]@TIME[+LENGTH]</c>), in any order. docs/scenarios.md explains both.
/// </summary>
public static class SimulationFaults
{
    /// <summary>Most homes on boards: each takes about a fifth of a second of a processor a day.</summary>
    public const int MostBoards = 1000;

    /// <summary>Highest power over the grid connection of a home on a board in W: a shunt of 1 milliohm carries it within the range of its INA219.</summary>
    public const int MostGridWatts = 100_000;

    /// <summary>The form of a fault of a board.</summary>
    public const string BoardForm = "[[CLUSTER/]HOMES/]NAME[=NUMBER]@TIME[+LENGTH]";

    /// <summary>A plan with faults.</summary>
    /// <param name="plan">The plan; its own faults are replaced.</param>
    /// <param name="texts">The texts.</param>
    /// <exception cref="FormatException">A text is not a fault of this plan; the message names it and what is allowed.</exception>
    public static SimulationPlan Apply(SimulationPlan plan, IReadOnlyCollection<string> texts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ILookup<bool, string> isOfBoard = texts.ToLookup(IsOfBoard);
        return plan with
        {
            Faults = isOfBoard[false].Any() ? MessageFaultText.Parse(isOfBoard[false]) with { Seed = plan.Seed } : null,
            Boards = BoardsOf(plan, isOfBoard[true]),
        };
    }

    private static bool IsOfBoard(string text)
    {
        string name = text.Split('=', '@')[0];
        return text.Contains('@') || text.Contains('/') || name == FaultParser.RandomName || FaultSwitches.Find(name) is not null;
    }

    private static IReadOnlyList<BoardedHome> BoardsOf(SimulationPlan plan, IEnumerable<string> texts)
    {
        Dictionary<(int Cluster, int Meter), FaultPlan> boards = [];
        foreach (string text in texts)
        {
            int end = text.LastIndexOf('/');
            foreach ((int cluster, int meter) in HomeChoice.Of(plan, text, end < 0 ? null : text[..end]))
            {
                int watts = plan.Clusters[cluster].Homes[meter - 1].Meter.MostGridWatts;
                Refuse(text, watts > MostGridWatts, $"home {meter} of {plan.Clusters[cluster].Name} moves up to {watts / 1000} kW; the sensors of a board end at {MostGridWatts / 1000} kW. Name other homes");
                FaultPlan faults = FaultsOf(plan, text[(end + 1)..], SeedOf(plan.Seed, cluster, meter));
                boards[(cluster, meter)] = boards.GetValueOrDefault((cluster, meter), FaultPlan.None).With(faults);
            }

            Refuse(text, boards.Count > MostBoards, $"names {boards.Count} homes; at most {MostBoards} live on boards, each takes about a fifth of a second of a processor a day. Name fewer");
        }

        // In the order of the plan, whatever was named first.
        return boards.OrderBy(board => board.Key).Select(board => new BoardedHome(plan.Clusters[board.Key.Cluster].Name, board.Key.Meter, board.Value)).ToList();
    }

    private static FaultPlan FaultsOf(SimulationPlan plan, string text, int seed)
    {
        FaultPlan faults = FaultPlan.Parse([text], plan.StartUtcSeconds, seed);
        long end = plan.StartUtcSeconds + ((long)plan.Slots * plan.SlotSeconds);
        Refuse(text, faults.Faults.Any(fault => fault.StartUtcSeconds >= end), $"begins after the last of {plan.Days} days; choose an earlier time, or more --days");
        return faults;
    }

    // What is drawn at random is drawn for each home anew.
    private static int SeedOf(int seed, int cluster, int meter) => unchecked((((seed * 31) + cluster) * 10_007) + meter) & int.MaxValue;

    private static void Refuse(string text, bool isWrong, string why)
    {
        if (isWrong)
        {
            throw new FormatException($"'{text}': {why}");
        }
    }
}
