// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.CommandLine;
using System.IO;
using Prosumeter.Simulator.Studies.Detection;
using Prosumeter.Simulator.Studies.Synchronization;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary><c>prosumeter study detection</c></summary>
internal static class StudyDetectionCommand
{
    private static readonly Option<int> s_seeds = StudyOptions.Seeds(usual: 20);
    private static readonly Option<int> s_days = StudyOptions.Days();
    private static readonly Option<int> s_testDays = CommonOptions.Number("--test-days", "Days on which the detector is judged, after 28 days of baseline.", 1, 1000, usual: 60);
    private static readonly Option<int> s_prosumers = StudyOptions.Prosumers();
    private static readonly Option<int> s_consumers = StudyOptions.Consumers();
    private static readonly Option<string> s_reading = StudyOptions.Reading();
    private static readonly Option<int> s_threads = StudyOptions.Threads();
    private static readonly Option<bool> s_json = CommonOptions.Json();
    private static readonly Option<string> s_output = StudyOptions.Output("study-detection");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "detection",
            "Can an operator see synchronization in meter reports alone? Trains prosumers, lets them synchronize on half of the days, and measures how well "
            + "the detector tells those slots: ROC curves for reporting intervals, pulses, few colluders, small manipulation, and baselines that campaigns have spoiled. "
            + "See docs/studies/detection.md.",
            ("prosumeter study detection", "all cases, 20 seeds, about a minute"),
            ("prosumeter study detection --seeds 5 --test-days 30", "a quick look"),
            ("prosumeter study detection --json > detection.json", "figures for other programs; the report is written as well"))
        {
            s_seeds, s_days, s_testDays, s_prosumers, s_consumers, s_reading, s_threads, s_json, s_output,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string reading = parsed.GetValue(s_reading)!, folder = parsed.GetValue(s_output)!;
        Experiment experiment = StudyOptions.Experiment(reading, parsed.GetValue(s_prosumers), parsed.GetValue(s_consumers), parsed.GetValue(s_days));
        if (experiment.Reading.SlotsPerDay != 96)
        {
            throw CliException.BadInput("--reading: detection is studied with slots-per-day=96; finer reports are among its cases.");
        }

        DetectionStudy study = StudyRun.Run(
            (progress, stop) => DetectionStudy.Run(experiment, DetectionCase.All, parsed.GetValue(s_seeds), parsed.GetValue(s_testDays), parsed.GetValue(s_threads), progress, stop),
            done => DetectionFiles.Write(done, reading, folder));
        if (parsed.GetValue(s_json))
        {
            System.Console.Out.Write(DetectionFiles.Json(study, reading));
            return ExitCode.Ok;
        }

        Write(Screen.Output(), study);
        Screen.Output().MarkupLineInterpolated($"Report: [bold]{Path.Combine(folder, "report.html")}[/]");
        return ExitCode.Ok;
    }

    private static void Write(IAnsiConsole console, DetectionStudy study)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string column in DetectionFiles.TableColumns)
        {
            table.AddColumn(column is "case" or "baseline" ? new TableColumn(column).NoWrap().PadLeft(0) : new TableColumn(column.Replace(' ', '\n')).NoWrap().RightAligned().PadLeft(0));
        }

        foreach (DetectionResult result in study.Results)
        {
            table.AddRow(DetectionFiles.TableRow(result));
        }

        console.Write(table);
    }
}
