// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.CommandLine;
using System.Linq;
using Prosumeter.Simulator.Workloads.Clearing;

namespace Prosumeter.Simulator.Cli.Commands.Benchmarks;

/// <summary><c>prosumeter bench clearing</c></summary>
internal static class BenchClearingCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<int> repeats = BenchOptions.Repeats(usual: 51);
        Option<bool> json = CommonOptions.Json();
        TaughtCommand command = new(
            "clearing",
            "Clears a slot of 1,000, 10,000 and 100,000 bids by pay-as-ask and by the k-double auction, on one core: filling the book, ranking it and running the rule. "
            + "Promised are 0.1, 1 and 10 ms of processor time, and no allocation. Below them, with no promise, the same slots up to what each meter holds after tax, which is a new table in every slot.",
            ("prosumeter bench clearing", "51 runs of each"),
            ("prosumeter bench clearing --repeats 501", "more runs, for a machine that does other things too"))
        {
            repeats, json,
        };
        command.SetAction(parsed => BenchRun.Run(ClearingWorkloads.All().Concat(ClearingWorkloads.Slots()), parsed.GetValue(repeats), parsed.GetValue(json)));
        return command;
    }
}
