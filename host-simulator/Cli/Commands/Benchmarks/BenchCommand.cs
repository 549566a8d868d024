// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.CommandLine;

namespace Prosumeter.Simulator.Cli.Commands.Benchmarks;

/// <summary><c>prosumeter bench</c>: how fast this machine runs what the project promises to be fast.</summary>
internal static class BenchCommand
{
    /// <summary>The command and all benchmarks.</summary>
    public static Command Create() =>
        new TaughtCommand(
            "bench",
            "Measures speed and memory on this machine, and checks what is promised. Each figure is the median of repeated runs after a warm-up.",
            ("prosumeter bench clearing", "clearing 1,000 to 100,000 bids of a slot"),
            ("prosumeter bench live", "10,000 bids of a slot over a real Mosquitto"),
            ("prosumeter bench synchronization", "a learning microgrid of 25 to 1,000,000 agents"),
            ("prosumeter bench simulate", "a day of 100 to 100,000 homes"),
            ("prosumeter bench clearing --json > clearing.json", "the same as JSON, for other programs"))
        {
            BenchClearingCommand.Create(),
            BenchLiveCommand.Create(),
            BenchSimulateCommand.Create(),
            BenchSynchronizationCommand.Create(),
        };
}
