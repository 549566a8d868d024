// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using Prosumeter.Simulator.Studies.RepeatedGames;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary><c>prosumeter study repeated-game</c></summary>
internal static class StudyRepeatedGameCommand
{
    private static readonly Option<double> s_price = Amount("--price", "Operator's price of the first round, money per kWh.", 1e-6, 1e6, usual: 0.2);
    private static readonly Option<double> s_ask = Amount("--ask", "What a stored kWh would have earned, money per kWh.", 0, 1e6, usual: 0.15);
    private static readonly Option<double> s_rise = Amount("--rise", "Rise of the price from round to round, per cent.", 0, 1000, usual: 25);
    private static readonly Option<double> s_loss = Amount("--storage-loss", "Part of a stored kWh that is lost for good, 0 to 1; 1 is the printed equation.", 0, 1, usual: 1);
    private static readonly Option<int> s_rounds = CommonOptions.Number("--rounds", "Rounds to play.", 1, 1000, usual: 10);

    private static readonly Option<bool> s_against = new("--store-more")
    {
        Description = "The stored energy rises as the demand falls (x = s - s_p in equation 4), instead of falling with it (x = s + s_p, as printed).",
    };

    private static readonly Option<string> s_output = StudyOptions.Output("study-repeated-game");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "repeated-game",
            "Repeated rounds of synchronization after Saukh et al., equations (1) to (4): how much shorter the synchronized interval gets as the price rises, so that a round costs no more than the one before.",
            ("prosumeter study repeated-game", "ten rounds, the price rising by a quarter each time"),
            ("prosumeter study repeated-game --storage-loss 0.1 --rise 10", "a battery that gives nine tenths back"))
        {
            s_price, s_ask, s_rise, s_rounds, s_loss, s_against, s_output,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        StoringChange storing = parsed.GetValue(s_against) ? StoringChange.AgainstDemand : StoringChange.WithDemand;
        RepeatedGame game = new(parsed.GetValue(s_ask), parsed.GetValue(s_loss), storing);
        double price = parsed.GetValue(s_price), factor = 1 + (parsed.GetValue(s_rise) / 100);
        string folder = parsed.GetValue(s_output)!;
        IReadOnlyList<Round> rounds = StudyRun.Run((_, _) => game.Rounds(1, price, factor, parsed.GetValue(s_rounds)), done => RepeatedGameReport.Write(game, price, factor, done, folder));
        Table table = new Table().Border(TableBorder.Simple).AddColumns("round", "price", "interval, % of the first", "loss");
        foreach (Round round in rounds)
        {
            table.AddRow(round.Number.ToString(CultureInfo.InvariantCulture), StudyText.Number(round.Price), StudyText.Number(100 * round.DemandKwh), StudyText.Number(round.Loss));
        }

        Screen.Output().Write(table);
        Screen.Output().MarkupLineInterpolated($"Report: [bold]{Path.Combine(folder, "report.html")}[/]");
        return ExitCode.Ok;
    }

    private static Option<double> Amount(string name, string description, double lowest, double highest, double usual) => new(name)
    {
        Description = description,
        HelpName = "X",
        DefaultValueFactory = _ => usual,
        CustomParser = result => CommonOptions.Parsed<double?>(
            result,
            double.TryParse(CommonOptions.TextOf(result), NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= lowest && value <= highest ? value : null,
            FormattableText(lowest, highest)) ?? usual,
    };

    private static string FormattableText(double lowest, double highest) => string.Create(CultureInfo.InvariantCulture, $"{lowest} to {highest}");
}
