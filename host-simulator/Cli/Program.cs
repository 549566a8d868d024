// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.CommandLine;

namespace Prosumeter.Simulator.Cli;

/// <summary>The command line <c>prosumeter</c>.</summary>
public static class Program
{
    /// <summary>Runs one command.</summary>
    public static int Main(string[] args) =>
        new RootCommand("Smart-controller firmware for prosumer meters, on the desktop.").Parse(args).Invoke();
}
