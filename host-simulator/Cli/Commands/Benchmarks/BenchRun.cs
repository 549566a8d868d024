// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Linq;
using Prosumeter.Simulator.Cli.Reports;
using Prosumeter.Simulator.Workloads;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Benchmarks;

/// <summary>Measures workloads one after the other and reports them.</summary>
internal static class BenchRun
{
    private static readonly TimeSpan s_warmUp = TimeSpan.FromSeconds(1);

    /// <summary>Runs workloads.</summary>
    /// <returns>One of <see cref="ExitCode"/>: a check fails when a workload is not within its limit.</returns>
    public static int Run(IEnumerable<IWorkload> workloads, int repeats, bool json) =>
        Report(Measure([.. workloads], repeats), json);

    /// <summary>Reports figures however they were measured.</summary>
    /// <returns>One of <see cref="ExitCode"/>: a check fails when a figure is not within its limit.</returns>
    public static int Report(IReadOnlyList<Figure> figures, bool json)
    {
        if (json)
        {
            FigureReport.WriteJson(Console.Out, figures);
        }
        else
        {
            FigureReport.Write(Screen.Output(), figures);
        }

        return figures.All(figure => figure.Holds) ? ExitCode.Ok : ExitCode.CheckFailed;
    }

    /// <summary>Measures workloads, with a progress bar for whoever watches.</summary>
    public static List<Figure> Measure(IWorkload[] workloads, int repeats)
    {
        List<Figure> figures = [];
        if (Screen.IsWatched)
        {
            Screen.Error().Progress().AutoClear(true).Start(context => MeasureWatched(workloads, repeats, figures, context));
        }

        foreach (IWorkload workload in workloads.Skip(figures.Count))
        {
            figures.Add(Measurement.Of(workload, repeats, s_warmUp));
        }

        return figures;
    }

    private static void MeasureWatched(IWorkload[] workloads, int repeats, List<Figure> figures, ProgressContext context)
    {
        ProgressTask task = context.AddTask("measuring", maxValue: workloads.Length);
        foreach (IWorkload workload in workloads)
        {
            task.Description = workload.Name;
            figures.Add(Measurement.Of(workload, repeats, s_warmUp));
            task.Increment(1);
        }
    }
}
