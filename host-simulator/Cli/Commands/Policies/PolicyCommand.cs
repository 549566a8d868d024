// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.CommandLine;

namespace Prosumeter.Simulator.Cli.Commands.Policies;

/// <summary><c>prosumeter policy</c>: learned policies of meters.</summary>
internal static class PolicyCommand
{
    /// <summary>The command and its subcommands.</summary>
    public static Command Create() =>
        new TaughtCommand(
            "policy",
            "Learned policies of meters: the tables that 'prosumeter study synchronization' writes.",
            ("prosumeter policy load tables/prosumer-1.qtable --cluster north --meter 7 --pin 2468", "into a meter"))
        {
            PolicyLoadCommand.Create(),
        };
}
