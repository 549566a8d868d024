// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using Prosumeter.Simulator.Cli.Commands;
using Prosumeter.Simulator.Cli.Commands.Benchmarks;
using Prosumeter.Simulator.Cli.Commands.Ledgers;
using Prosumeter.Simulator.Cli.Commands.Policies;
using Prosumeter.Simulator.Cli.Commands.Simulations;
using Prosumeter.Simulator.Cli.Commands.Studies;

namespace Prosumeter.Simulator.Cli;

/// <summary>The command line <c>prosumeter</c>.</summary>
public static class Program
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Runs one command.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Main(string[] args)
    {
        Console.OutputEncoding = s_utf8;
        RootCommand root = new("Smart-controller firmware for prosumer energy meters, run on the desktop without boards.")
        {
            AggregateCommand.Create(),
            BenchCommand.Create(),
            DemoCommand.Create(),
            FleetCommand.Create(),
            LedgerCommand.Create(),
            PolicyCommand.Create(),
            RunCommand.Create(),
            SimulateCommand.Create(),
            SoakCommand.Create(),
            StudyCommand.Create(),
            TortureCommand.Create(),
        };
        HelpWithExamples.Teach(root);
        root.SetAction(_ => root.Parse("--help").Invoke());
        ParseResult parsed = root.Parse(args);
        // Who asks for help has not named yet what is required.
        return parsed.Errors.Count > 0 && parsed.Action is not HelpWithExamples ? Explain(parsed) : Run(parsed);
    }

    private static int Run(ParseResult parsed)
    {
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (CliException problem)
        {
            Console.Error.WriteLine($"prosumeter: {problem.Message}");
            return problem.ExitCode;
        }
    }

    private static int Explain(ParseResult parsed)
    {
        foreach (ParseError error in parsed.Errors)
        {
            Console.Error.WriteLine($"prosumeter: {error.Message}");
        }

        Console.Error.WriteLine($"Try: prosumeter {PathOf(parsed.CommandResult)}--help");
        return ExitCode.BadInput;
    }

    /// <summary>The names of a command and of those it belongs to, each with a space after it; nothing for the program itself.</summary>
    private static string PathOf(CommandResult command) => command.Parent is CommandResult parent ? PathOf(parent) + command.Command.Name + " " : string.Empty;
}
