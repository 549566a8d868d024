// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.CommandLine;

namespace Prosumeter.Simulator.Cli.Commands.Benchmarks;

/// <summary>Options that mean the same in every benchmark.</summary>
internal static class BenchOptions
{
    /// <summary><c>--repeats N</c></summary>
    public static Option<int> Repeats(int usual) => CommonOptions.Number("--repeats", "Measured runs of each workload.", 1, 100_000, usual);
}
