// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using Prosumeter.Simulator.Scenarios.Results;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Reports;

/// <summary>The balances of a scenario, one a line, with the figures behind each.</summary>
internal static class CheckList
{
    /// <summary>Writes the list.</summary>
    public static void Write(IAnsiConsole console, ScenarioResult result)
    {
        foreach (BalanceCheck check in result.Checks)
        {
            string mark = check.Holds ? "[green]✓ holds [/]" : "[red bold]✗ FAILS [/]";
            console.MarkupLine($"{mark} {Markup.Escape(check.Name)}");
            console.MarkupLineInterpolated($"[grey]          {check.Detail}[/]");
        }
    }
}
