// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Prosumeter.Simulator.Cli.Reports;
using Prosumeter.Simulator.Workloads;
using Prosumeter.Simulator.Workloads.Synchronization;

namespace Prosumeter.Simulator.Cli.Commands.Benchmarks;

/// <summary><c>prosumeter bench synchronization</c></summary>
internal static class BenchSynchronizationCommand
{
    private static readonly Option<int> s_repeats = BenchOptions.Repeats(usual: 5);
    private static readonly Option<bool> s_json = CommonOptions.Json();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "synchronization",
            "Runs the microgrid of 'prosumeter study synchronization' on one core: the paper's 25 agents over 520 days, and learning days of 25 to 1,000,000 agents. "
            + "Promised are 40 ms for the paper's run, 60 million agent-steps per second and core at 100,000 agents, 600 bytes a prosumer and 64 a consumer. "
            + "An agent-step is one home in one slot. Speed counts CPU time, so that other programs disturb it less.",
            ("prosumeter bench synchronization", "the whole curve, under a minute"),
            ("prosumeter bench synchronization --json > synchronization.json", "the same as JSON, for other programs"))
        {
            s_repeats, s_json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        TrainingWorkload[] curve = [.. SynchronizationWorkloads.Curve()];
        List<Figure> figures = BenchRun.Measure([new PaperWorkload(), .. curve], parsed.GetValue(s_repeats));
        AgentStepReport report = new(figures[0], [.. curve.Zip(figures.Skip(1))], MicrogridMemory.PerProsumer(), MicrogridMemory.PerConsumer());
        if (parsed.GetValue(s_json))
        {
            report.WriteJson(Console.Out);
        }
        else
        {
            report.Write(Screen.Output());
        }

        return report.Holds ? ExitCode.Ok : ExitCode.CheckFailed;
    }
}
