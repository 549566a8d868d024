// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.CommandLine;
using System.Linq;
using Prosumeter.Simulator.Studies.Microgrid;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary><c>prosumeter study readings</c></summary>
internal static class StudyReadingsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "readings",
            "Lists the named readings of the paper and every option of one, with what may be typed. Points A1 to A22 are those the paper leaves open.",
            ("prosumeter study readings", "all options and their recommended values"));
        command.SetAction(_ => Write(Screen.Output()));
        return command;
    }

    private static int Write(IAnsiConsole console)
    {
        Table options = new Table().Border(TableBorder.Simple).AddColumns("point", "option", "C0", "allowed", "meaning");
        foreach (ReadingOption option in Readings.Options)
        {
            options.AddRow(option.Point, option.Name, option.ValueIn(Readings.C0), Markup.Escape(option.Allowed.Replace("|", " | ", System.StringComparison.Ordinal)), Markup.Escape(option.Meaning));
        }

        console.Write(options);
        Table named = new Table().Border(TableBorder.Simple).AddColumns("reading", "differs from C0 in");
        foreach ((string name, Reading reading) in Readings.Named)
        {
            var changes = Readings.Options.Where(o => o.ValueIn(reading) != o.ValueIn(Readings.C0)).Select(o => $"{o.Name}={o.ValueIn(reading)}");
            named.AddRow(name, Markup.Escape(string.Join(", ", changes)));
        }

        console.Write(named);
        return ExitCode.Ok;
    }
}
