// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using BenchmarkDotNet.Running;

namespace Prosumeter.Benchmarks;

/// <summary>The workloads of <c>prosumeter bench</c> under BenchmarkDotNet: <c>dotnet run -c Release --project benchmarks -- --filter '*'</c>.</summary>
public static class Program
{
    /// <summary>Runs what the filter selects.</summary>
    public static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
}
