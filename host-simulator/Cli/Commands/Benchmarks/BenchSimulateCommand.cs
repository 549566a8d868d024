// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Workloads;
using Prosumeter.Simulator.Workloads.Simulations;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Benchmarks;

/// <summary><c>prosumeter bench simulate</c></summary>
internal static class BenchSimulateCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<int> repeats = BenchOptions.Repeats(usual: 3);
        Option<int> most = CommonOptions.Number("--most", "Leave out larger numbers of homes; 100,000 take some minutes and 2 GB.", 100, 100_000, usual: 100_000);
        Option<bool> json = CommonOptions.Json();
        TaughtCommand command = new(
            "simulate",
            "Simulates a day of 100, 1,000, 10,000 and 100,000 homes in clusters of a hundred, both levels of the market, on one core. "
            + "Promised is a day of 1,000 homes in 1 s of CPU, and a cost of a home and day that does not grow with their number.",
            ("prosumeter bench simulate", "the whole curve"),
            ("prosumeter bench simulate --most 10000 --repeats 5", "without the largest, in less than a minute"))
        {
            repeats, most, json,
        };
        command.SetAction(parsed => Run(parsed.GetValue(most), parsed.GetValue(repeats), parsed.GetValue(json)));
        return command;
    }

    private static int Run(int most, int repeats, bool json)
    {
        SimulationWorkload[] workloads = SimulationWorkloads.UpTo(most).ToArray();
        IReadOnlyList<Figure> figures = BenchRun.Measure(workloads, repeats);
        int exitCode = BenchRun.Report(figures, json);
        if (!json)
        {
            WriteCurve(workloads, figures);
        }

        return exitCode;
    }

    private static void WriteCurve(SimulationWorkload[] workloads, IReadOnlyList<Figure> figures)
    {
        double[] costs = workloads.Zip(figures, (workload, figure) => figure.CpuMilliseconds.Median * 1000 / workload.HomeDays).ToArray();
        BarChart chart = new BarChart().Width(Screen.Width).Label("CPU of a home and day, µs").LeftAlignLabel();
        foreach ((SimulationWorkload workload, double cost) in workloads.Zip(costs))
        {
            chart.AddItem(string.Create(CultureInfo.InvariantCulture, $"{workload.Homes} homes"), double.Round(cost));
        }

        Screen.Output().Write(chart);
    }
}
