// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using Prosumeter.Simulator.Studies.Synchronization;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary><c>prosumeter study synchronization</c></summary>
internal static class StudySynchronizationCommand
{
    private const int MostHomes = 1_000_000;

    private static readonly Option<int> s_seeds = StudyOptions.Seeds(usual: 20);
    private static readonly Option<int> s_nashSeeds = CommonOptions.Number("--nash-seeds", "Seeds in which every deviation of every prosumer is tried; the slowest part.", 0, 10_000, usual: 10);
    private static readonly Option<int> s_nashDays = CommonOptions.Number("--nash-days", "Days on which each deviation is measured.", 1, 1000, usual: 30);
    private static readonly Option<int> s_days = StudyOptions.Days();
    private static readonly Option<int> s_testDays = CommonOptions.Number("--test-days", "Days shown after training; 5 in the paper.", 1, 100, usual: 5);
    private static readonly Option<int> s_evaluationDays = CommonOptions.Number("--evaluation-days", "Days on which learned and friendly behaviour are compared.", 1, 10_000, usual: 100);
    private static readonly Option<int> s_prosumers = StudyOptions.Prosumers(MostHomes);
    private static readonly Option<int> s_consumers = StudyOptions.Consumers(MostHomes);
    private static readonly Option<string> s_reading = StudyOptions.Reading();
    private static readonly Option<int> s_threads = StudyOptions.Threads();
    private static readonly Option<string> s_output = StudyOptions.Output("study-synchronization");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "synchronization",
            "Synchronization games after Saukh, Papst, Saukh (2018): prosumers learn independently when to hide their generation and add demand. "
            + "Trains them, measures what it does to price and bills, takes causes away one by one, and tries every deviation of every prosumer. "
            + "See docs/studies/synchronization.md.",
            ("prosumeter study synchronization", "the paper's network, 20 seeds, a minute or two"),
            ("prosumeter study synchronization --seeds 100 --nash-seeds 20", "narrower intervals"),
            ("prosumeter study synchronization --reading H0", "the price follows demand down, too"),
            ("prosumeter study synchronization --reading C0,price-exponent=1 --consumers 100", "a reading of your own, a larger network"),
            ("prosumeter study synchronization --prosumers 200000 --consumers 800000", "a city: a few minutes, with fewer seeds and days unless you give them"))
        {
            s_seeds, s_nashSeeds, s_nashDays, s_days, s_evaluationDays, s_testDays, s_prosumers, s_consumers, s_reading, s_threads, s_output,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string reading = parsed.GetValue(s_reading)!, folder = parsed.GetValue(s_output)!;
        StudySettings settings = Settings(parsed, StudyOptions.Experiment(reading, parsed.GetValue(s_prosumers), parsed.GetValue(s_consumers), parsed.GetValue(s_days)));
        SynchronizationStudy study = StudyRun.Run(
            (progress, stop) => SynchronizationStudy.Run(settings, progress, stop),
            done => SynchronizationFiles.Write(done, reading, folder));
        Write(Screen.Output(), study);
        Screen.Output().WriteLine(Sizes(settings));
        Screen.Output().MarkupLineInterpolated($"Report: [bold]{Path.Combine(folder, "report.html")}[/]");
        return !Claims.CanJudge(settings) || Claims.Of(study).All(c => c.Holds) ? ExitCode.Ok : ExitCode.CheckFailed;
    }

    // What was not asked for follows the size of the network.
    private static StudySettings Settings(ParseResult parsed, Experiment experiment)
    {
        StudyPlan plan = StudyPlan.For(experiment.Prosumers, experiment.Consumers);
        int threads = parsed.GetValue(s_threads), seeds = Given(s_seeds, plan.Seeds);
        Experiment sized = experiment with
        {
            TrainingDays = Given(s_days, plan.TrainingDays),
            EvaluationDays = Given(s_evaluationDays, plan.EvaluationDays),
            Threads = plan.IsLarge ? threads : 1,
        };
        return new StudySettings(sized, seeds, Given(s_nashSeeds, plan.NashSeeds), parsed.GetValue(s_nashDays), parsed.GetValue(s_testDays), plan.IsLarge ? 1 : threads);

        int Given(Option<int> option, int planned) => parsed.GetResult(option) is { Implicit: false } ? parsed.GetValue(option) : planned;
    }

    private static string Sizes(StudySettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"{settings.Experiment.Prosumers:#,0} prosumers, {settings.Experiment.Consumers:#,0} consumers, {settings.Experiment.TrainingDays} days of training, {settings.Experiment.EvaluationDays} of evaluation, {settings.Seeds} seeds, deviations in {settings.NashSeeds} of them.");

    private static void Write(IAnsiConsole console, SynchronizationStudy study)
    {
        bool judge = Claims.CanJudge(study.Settings);
        Table table = new Table().Border(TableBorder.Simple).AddColumns("claim", "figure", "unit");
        table.AddColumn(new TableColumn("mean").RightAligned()).AddColumn(new TableColumn("95 % interval").RightAligned()).AddColumn("agrees");
        foreach (Claim claim in Claims.Of(study))
        {
            bool isOpen = !judge || (claim.Least is null && claim.Most is null);
            string agrees = isOpen ? string.Empty : claim.Holds ? "[green]yes[/]" : "[red]no[/]";
            table.AddRow(claim.Id, Markup.Escape(claim.Figure), Markup.Escape(claim.Unit), StudyText.Number(claim.Value.Mean), StudyText.Interval(claim.Value), agrees);
        }

        console.Write(table);
    }
}
