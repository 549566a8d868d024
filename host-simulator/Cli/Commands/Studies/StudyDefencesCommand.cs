// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using Prosumeter.Simulator.Studies.Defences;
using Prosumeter.Simulator.Studies.Statistics;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary><c>prosumeter study defences</c></summary>
internal static class StudyDefencesCommand
{
    private static readonly Option<int> s_seeds = StudyOptions.Seeds(usual: 20);
    private static readonly Option<int> s_nashSeeds = CommonOptions.Number("--nash-seeds", "Seeds in which a prosumer among friendly ones looks for a better response.", 0, 1000, usual: 2);
    private static readonly Option<int> s_days = StudyOptions.Days();
    private static readonly Option<int> s_prosumers = StudyOptions.Prosumers();
    private static readonly Option<int> s_consumers = StudyOptions.Consumers();
    private static readonly Option<string> s_reading = StudyOptions.Reading();
    private static readonly Option<int> s_threads = StudyOptions.Threads();
    private static readonly Option<string> s_output = StudyOptions.Output("study-defences");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "defences",
            "What an operator can do against synchronization: prosumers learn anew under each defence, and the defences are ranked by what is left of the damage. "
            + "See docs/studies/defences.md.",
            ("prosumeter study defences", "all defences, 20 seeds, a minute or two"),
            ("prosumeter study defences --seeds 100 --nash-seeds 0", "narrower intervals, no deviations"))
        {
            s_seeds, s_nashSeeds, s_days, s_prosumers, s_consumers, s_reading, s_threads, s_output,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string reading = parsed.GetValue(s_reading)!, folder = parsed.GetValue(s_output)!;
        DefenceSettings settings = new(
            StudyOptions.Experiment(reading, parsed.GetValue(s_prosumers), parsed.GetValue(s_consumers), parsed.GetValue(s_days)),
            parsed.GetValue(s_seeds),
            parsed.GetValue(s_nashSeeds),
            Threads: parsed.GetValue(s_threads));
        IReadOnlyList<DefenceResult> results = StudyRun.Run(
            (progress, stop) => DefenceStudy.Run(settings, progress, stop),
            done => DefenceReport.Write(done, reading, folder));
        Table table = new Table().Border(TableBorder.Simple).AddColumns("defence", "mean price, %", "peak price, %", "burden, %", "temptation, %");
        foreach (DefenceResult result in results)
        {
            string temptation = result.Temptation is Estimate gain ? StudyText.Number(gain.Mean) : string.Empty;
            table.AddRow(Markup.Escape(result.Defence.Name), Text(result.MeanPrice), Text(result.PeakPrice), Text(result.Burden), temptation);
        }

        Screen.Output().Write(table);
        Screen.Output().WriteLine("burden: rise of the consumers' bill and response payments; temptation: gain of one prosumer among friendly ones, % of mean sales; means over seeds ± their standard deviation");
        Screen.Output().MarkupLineInterpolated($"Report: [bold]{Path.Combine(folder, "report.html")}[/]");
        return ExitCode.Ok;
    }

    private static string Text(Estimate value) => $"{StudyText.Number(value.Mean)} ± {StudyText.Number(value.Sd)}";
}
