// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Prosumeter.Simulator.Cli.Commands.Studies;
using Prosumeter.Simulator.Cli.Reports.Simulations;
using Prosumeter.Simulator.Scenarios.ScenarioFiles;
using Prosumeter.Simulator.Scenarios.Simulation;
using Prosumeter.Simulator.Studies.Reports;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Simulations;

/// <summary><c>prosumeter simulate</c>: many homes and their markets, without boards.</summary>
internal static class SimulateCommand
{
    private const int MostDays = 3660;
    private static readonly Argument<string?> s_scenario = new("scenario")
    {
        Description = "A scenario file (docs/scenarios.md), or the name of a shipped one.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> s_list = new("--list") { Description = "List the shipped scenarios." };
    private static readonly Option<string?> s_print = new("--print") { Description = "Print a shipped scenario, to begin a file with.", HelpName = "NAME" };
    private static readonly Option<int?> s_seed = CommonOptions.Number("--seed", "Which homes and which weather, instead of the file's seed", 0, int.MaxValue);
    private static readonly Option<int?> s_days = CommonOptions.Number("--days", $"Number of days, 1 to {MostDays}, instead of the file's", 1, MostDays);
    private static readonly Option<string[]> s_data = CommonOptions.Data("Measured homes, PV and prices instead of generated ones: CSV files, or folders of them. See docs/data-format.md.");
    private static readonly Option<int> s_threads = StudyOptions.Threads();
    private static readonly Option<string[]> s_fault = new("--fault")
    {
        Description = "Faults of messages between meters and markets, lose=P,double=P,reorder=P in percent of all; or of virtual boards, "
            + $"{SimulationFaults.BoardForm} as in docs/faults.md, HOMES being 3, 1,7,20-25 or * of a cluster, or of each; "
            + $"without HOMES one of each cluster (at most {HomeChoice.MostDrawn}) is drawn from the seed. These homes then run the whole firmware. May be repeated.",
        HelpName = "FAULT",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<bool> s_noComparison = new("--no-comparison") { Description = "Leave out the second run, in which the same homes have no market." };
    private static readonly Option<string?> s_output = new("--output")
    {
        Description = "Folder for report.html, which needs no network, slots.csv, homes.csv and result.json; made when missing.",
        HelpName = "DIR",
    };

    private static readonly Option<bool> s_json = CommonOptions.Json();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "simulate",
            "Simulates the homes and markets of a scenario file with the decision code of the firmware, but without boards: a thousand homes take about a second a day. "
            + "Checks in every slot that energy and money are conserved.",
            ("prosumeter simulate --list", "the scenarios that are built in"),
            ("prosumeter simulate two-level", "ten clusters of a hundred homes, one day"),
            ("prosumeter simulate two-level --days 7 --seed 3", "a week, other homes"),
            ("prosumeter simulate --print two-level > mine.yaml", "a file of your own to change"),
            ("prosumeter simulate mine.yaml --data homes/ prices.csv", "measured homes and prices, see docs/data-format.md"),
            ("prosumeter simulate two-level --output day", "plots in day/report.html, figures as CSV and JSON beside it"),
            ("prosumeter simulate two-level --fault lose=5,double=5,reorder=5", "messages get lost; energy, coins and money must not"),
            ("prosumeter simulate two-level --fault power-cut@12:00+2h", "a home of each cluster, whole on a virtual board, is without supply"),
            ("prosumeter simulate two-level --fault town-1/1-5/broker-down@17:00+3h --fault lose=5", "five homes of a cluster lose their broker; messages of all get lost"),
            ("prosumeter simulate mine.yaml --json > mine.json", "all figures as JSON, for other programs"))
        {
            s_scenario, s_list, s_print, s_seed, s_days, s_data, s_threads, s_fault, s_noComparison, s_output, s_json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        if (parsed.GetValue(s_list))
        {
            return SimulateList.Write();
        }

        if (parsed.GetValue(s_print) is string printed)
        {
            Console.Out.Write(ShippedScenarios.Find(printed) ?? throw SimulateInput.Unknown(printed));
            return ExitCode.Ok;
        }

        SimulationPlan plan = SimulateInput.Read(
            parsed.GetValue(s_scenario) ?? throw CliException.BadInput($"name a scenario: a file, or one of {string.Join(", ", ShippedScenarios.Names)}."),
            new ScenarioOverrides { Seed = parsed.GetValue(s_seed), Days = parsed.GetValue(s_days), Data = DataOf(parsed) });
        plan = WithFaults(plan, parsed.GetValue(s_fault) ?? []);
        SimulationOutcome outcome = SimulateRun.Run(plan, parsed.GetValue(s_threads), compares: !parsed.GetValue(s_noComparison));
        if (parsed.GetValue(s_json))
        {
            Console.Out.WriteLine(JsonText.Of(outcome));
        }
        else
        {
            SimulationReport.Write(Screen.Output(), outcome);
        }

        WriteFiles(outcome, parsed.GetValue(s_output));
        return outcome.IsConserved ? ExitCode.Ok : ExitCode.CheckFailed;
    }

    private static SimulationPlan WithFaults(SimulationPlan plan, string[] texts)
    {
        try
        {
            return SimulationFaults.Apply(plan, texts);
        }
        catch (FormatException refusal)
        {
            throw CliException.BadInput($"--fault {refusal.Message}");
        }
    }

    private static void WriteFiles(SimulationOutcome outcome, string? folder)
    {
        if (folder is null)
        {
            return;
        }

        try
        {
            SimulationFiles.Write(outcome, folder);
            Screen.Error().MarkupLineInterpolated($"Report: [bold]{Path.Combine(folder, SimulationFiles.Report)}[/]");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment($"cannot write the results: {problem.Message}");
        }
    }

    private static IReadOnlyList<string>? DataOf(ParseResult parsed) => parsed.GetValue(s_data) is { Length: > 0 } paths ? paths.ToList() : null;
}
