// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.CommandLine;
using System.Globalization;
using Prosumeter.Simulator.Studies.Games;
using Prosumeter.Simulator.Studies.Reports;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary><c>prosumeter study duopoly</c></summary>
internal static class StudyDuopolyCommand
{
    private static readonly Option<double> s_intercept = AmountOption.Of("--intercept", "a of the inverse demand P = a - b Q.", 0, 120);
    private static readonly Option<double> s_slope = AmountOption.Of("--slope", "b of the inverse demand.", 0, 0.5);
    private static readonly Option<double> s_costA = AmountOption.Of("--cost-a", "Marginal cost of producer a, who leads.", 0, 10);
    private static readonly Option<double> s_costB = AmountOption.Of("--cost-b", "Marginal cost of producer b, who follows.", 0, 12);
    private static readonly Option<bool> s_json = CommonOptions.Json();

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "duopoly",
            "Two producers that compete by quantity: one leads and the other answers (Stackelberg), or both choose at once (Cournot).",
            ("prosumeter study duopoly", "the worked example: q_a = 112, q_b = 52, P = 38"),
            ("prosumeter study duopoly --cost-b 60", "a leader so cheap that it keeps the follower out"))
        {
            s_intercept, s_slope, s_costA, s_costB, s_json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var duopoly = new Duopoly(parsed.GetValue(s_intercept), parsed.GetValue(s_slope), parsed.GetValue(s_costA), parsed.GetValue(s_costB));
        if (duopoly.Check() is string problem)
        {
            throw CliException.BadInput(problem);
        }

        if (parsed.GetValue(s_json))
        {
            Console.WriteLine(JsonText.Of(new { duopoly, stackelberg = duopoly.Stackelberg(), cournot = duopoly.Cournot() }));
            return ExitCode.Ok;
        }

        Table table = new Table().Border(TableBorder.Simple).AddColumns("", "q_a", "q_b", "Q", "price", "profit a", "profit b");
        AddRow(table, "a leads (Stackelberg)", duopoly.Stackelberg());
        AddRow(table, "both at once (Cournot)", duopoly.Cournot());
        Screen.Output().Write(table);
        return ExitCode.Ok;
    }

    private static void AddRow(Table table, string name, DuopolyOutcome outcome) => table.AddRow(
        name,
        Text(outcome.QuantityA),
        Text(outcome.QuantityB),
        Text(outcome.TotalQuantity),
        Text(outcome.Price),
        Text(outcome.ProfitA),
        Text(outcome.ProfitB));

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
