// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Prosumeter.Simulator.Studies.Reports;
using Prosumeter.Simulator.Workloads;
using Prosumeter.Simulator.Workloads.Synchronization;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Reports;

/// <summary>The speed and the memory of the microgrid as text or JSON.</summary>
/// <param name="Paper">The paper's run.</param>
/// <param name="Curve">Each size with its figure.</param>
/// <param name="BytesPerProsumer">Memory of one more prosumer.</param>
/// <param name="BytesPerConsumer">Memory of one more consumer.</param>
internal sealed record AgentStepReport(Figure Paper, IReadOnlyList<(TrainingWorkload Workload, Figure Figure)> Curve, double BytesPerProsumer, double BytesPerConsumer)
{
    /// <summary>Whether everything promised is kept.</summary>
    public bool Holds => Paper.Holds && Curve.All(row => row.Figure.Holds) && HoldsMemory;

    private bool HoldsMemory => BytesPerProsumer <= MicrogridMemory.MostPerProsumer && BytesPerConsumer <= MicrogridMemory.MostPerConsumer;

    /// <summary>Writes JSON. Names carry the units.</summary>
    public void WriteJson(TextWriter output) => output.WriteLine(JsonText.Of(
        new
        {
            Environment.ProcessorCount,
            paper = Paper,
            curve = Curve.Select(row => new { row.Workload.Agents, row.Workload.Days, agentStepsPerCoreSecond = PerCoreSecond(row), row.Figure }),
            BytesPerProsumer,
            BytesPerConsumer,
            Holds,
        }));

    /// <summary>Writes tables.</summary>
    public void Write(IAnsiConsole console)
    {
        FigureReport.Write(console, [Paper, .. Curve.Select(row => row.Figure)]);
        Table table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn("agents").RightAligned()).AddColumn(new TableColumn("million agent-steps per second and core").RightAligned());
        foreach ((TrainingWorkload Workload, Figure Figure) row in Curve)
        {
            table.AddRow(Text("#,0", row.Workload.Agents), Text("0.0", PerCoreSecond(row) / 1e6));
        }

        console.Write(table);
        console.MarkupLineInterpolated($"Memory: {Text("0.0", BytesPerProsumer)} bytes a prosumer (at most {MicrogridMemory.MostPerProsumer}), {Text("0.0", BytesPerConsumer)} a consumer (at most {MicrogridMemory.MostPerConsumer}) {(HoldsMemory ? '✓' : '✗')}");
    }

    private static double PerCoreSecond((TrainingWorkload Workload, Figure Figure) row) => row.Workload.AgentSteps / row.Figure.CpuMilliseconds.Median * 1000;

    private static string Text(string format, double value) => value.ToString(format, CultureInfo.InvariantCulture);
}
