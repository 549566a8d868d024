// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Threading;
using Prosumeter.Simulator.Scenarios.Simulation;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Simulations;

/// <summary>Runs a plan with a progress bar on standard error.</summary>
internal static class SimulateRun
{
    /// <summary>Runs a plan and, when asked, the same homes without a market.</summary>
    public static SimulationOutcome Run(SimulationPlan plan, int threads, bool compares)
    {
        SimulationOutcome outcome = Watched("trading", plan, threads);
        return compares ? outcome with { WithoutMarket = Watched("without a market", plan.WithoutMarket(), threads) } : outcome;
    }

    private static SimulationOutcome Watched(string task, SimulationPlan plan, int threads)
    {
        SimulationRun run = new(plan, threads);
        if (Screen.IsWatched)
        {
            Screen.Error().Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context => RunAll(run, context.AddTask(task, maxValue: run.SlotsToRun)));
        }
        else
        {
            RunAll(run, null);
        }

        return run.Outcome();
    }

    private static void RunAll(SimulationRun run, ProgressTask? progress)
    {
        while (!run.IsFinished)
        {
            run.RunSlot(CancellationToken.None);
            progress?.Increment(1);
        }
    }
}
