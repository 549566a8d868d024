// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Prosumeter.Simulator.Cli.Reports.Html;
using Prosumeter.Simulator.Scenarios.Simulation;
using Prosumeter.Simulator.Studies.Reports;

namespace Prosumeter.Simulator.Cli.Reports.Simulations;

/// <summary>Writes a simulation into a folder: report.html for people, slots.csv, homes.csv and result.json for programs.</summary>
internal static class SimulationFiles
{
    /// <summary>Name of the report.</summary>
    public const string Report = "report.html";

    /// <summary>Writes the files; the folder is made when missing.</summary>
    public static void Write(SimulationOutcome outcome, string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Report), SimulationPage.Of(outcome));
        WriteTable(Path.Combine(folder, "slots.csv"), outcome.Clusters, cluster => cluster.Slots);
        WriteTable(Path.Combine(folder, "homes.csv"), outcome.Clusters, cluster => cluster.Homes);
        File.WriteAllText(Path.Combine(folder, "result.json"), JsonText.Of(outcome) + "\n");
    }

    private static void WriteTable<TRow>(string path, IReadOnlyList<ClusterOutcome> clusters, Func<ClusterOutcome, IEnumerable<TRow>> rows)
    {
        CsvColumns<TRow> columns = new();
        CsvFile.Write(
            path,
            ["cluster", .. columns.Names],
            from cluster in clusters from row in rows(cluster) select columns.Of(row).Prepend(cluster.Cluster));
    }
}
