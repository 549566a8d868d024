// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.IO;
using System.Threading;
using Prosumeter.Simulator.Studies;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary>Runs a study with a progress bar on standard error, and stops at Ctrl-C.</summary>
internal static class StudyRun
{
    /// <summary>Runs the study and writes its files.</summary>
    public static TResult Run<TResult>(Func<IStudyProgress, CancellationToken, TResult> study, Action<TResult> write)
    {
        using CancellationTokenSource stop = new();
        void OnInterrupt(object? sender, ConsoleCancelEventArgs e)
        {
            e.Cancel = true;
            stop.Cancel();
        }

        Console.CancelKeyPress += OnInterrupt;
        try
        {
            TResult result = Watched(progress => study(progress, stop.Token));
            write(result);
            return result;
        }
        catch (OperationCanceledException)
        {
            throw CliException.Environment("stopped by Ctrl-C; nothing was written.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CliException.Environment($"cannot write the results: {problem.Message}");
        }
        finally
        {
            Console.CancelKeyPress -= OnInterrupt;
        }
    }

    private static TResult Watched<TResult>(Func<IStudyProgress, TResult> study) => Screen.IsWatched
        ? Screen.Error().Progress()
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => study(new Bars(context)))
        : study(new Silence());

    private sealed class Bars(ProgressContext context) : IStudyProgress
    {
        private ProgressTask? _present;

        public void Start(string part, int steps) => _present = context.AddTask(Markup.Escape(part), maxValue: steps);

        public void Step() => _present?.Increment(1);
    }

    private sealed class Silence : IStudyProgress
    {
        public void Start(string part, int steps)
        {
        }

        public void Step()
        {
        }
    }
}
