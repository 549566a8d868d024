// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.IO;

namespace Prosumeter.Simulator.Cli;

/// <summary>The usual help, then the command's examples, then the exit codes.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    private readonly HelpAction _usual;

    private HelpWithExamples(HelpAction usual) => _usual = usual;

    /// <summary>Teaches a root command and its subcommands to show examples.</summary>
    public static void Teach(RootCommand root)
    {
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction usual })
            {
                usual.MaxWidth = Screen.Width;
                option.Action = new HelpWithExamples(usual);
            }
        }
    }

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = _usual.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is TaughtCommand { Examples.Count: > 0 } command)
        {
            WriteExamples(output, command);
        }

        output.WriteLine("Exit codes:");
        output.WriteLine("  0 done, all checks hold   1 a check failed   2 bad command line or input   3 environment (broker, library, disk)");
        output.WriteLine();
        return code;
    }

    private static void WriteExamples(TextWriter output, TaughtCommand command)
    {
        output.WriteLine("Examples:");
        foreach ((string line, string meaning) in command.Examples)
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {meaning}");
        }

        output.WriteLine();
    }
}
