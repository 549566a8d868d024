// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;

namespace Prosumeter.Simulator.Cli;

/// <summary>Ends a command with a message for people and an exit code. The message names the input and the remedy.</summary>
public sealed class CliException : Exception
{
    private CliException(int exitCode, string message)
        : base(message)
    {
        ExitCode = exitCode;
    }

    /// <summary>What the process returns.</summary>
    public int ExitCode { get; }

    /// <summary>The command line or an input file is not usable.</summary>
    public static CliException BadInput(string message) => new(Cli.ExitCode.BadInput, message);

    /// <summary>Something outside is missing or broken.</summary>
    public static CliException Environment(string message) => new(Cli.ExitCode.Environment, message);
}
