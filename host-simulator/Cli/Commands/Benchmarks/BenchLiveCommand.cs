// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Workloads;
using Prosumeter.Simulator.Workloads.Live;

namespace Prosumeter.Simulator.Cli.Commands.Benchmarks;

/// <summary><c>prosumeter bench live</c></summary>
internal static class BenchLiveCommand
{
    private static readonly int[] s_sizes = [1000, 10_000];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<int> repeats = BenchOptions.Repeats(usual: 5);
        Option<bool> json = CommonOptions.Json();
        TaughtCommand command = new(
            "live",
            "Clears slots of 1,000 and 10,000 bids over a real Mosquitto that it starts with default settings: all meters bid at once with QoS 1, each bid is in the ledger before "
            + "it is acknowledged, and each meter gets its award. Promised are 5 s for 10,000 on two cores; a lost bid or award ends it with an error.",
            ("prosumeter bench live", "five slots of each"),
            ("prosumeter bench live --repeats 1 --json", "one, as JSON"))
        {
            repeats, json,
        };
        command.SetAction(parsed => Run(parsed.GetValue(repeats), parsed.GetValue(json)));
        return command;
    }

    private static int Run(int repeats, bool json)
    {
        using MosquittoProcess mosquitto = MosquittoProcess.Start()
            ?? throw CliException.Environment("Mosquitto is not installed. On Debian: apt-get install mosquitto libmosquitto1");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("prosumeter-bench-");
        try
        {
            List<Figure> figures = s_sizes.Select(bids => Measure(mosquitto.Port, bids, repeats, Path.Combine(folder.FullName, $"{bids}.ledger"))).ToList();
            return BenchRun.Report(figures, json);
        }
        catch (DllNotFoundException missing)
        {
            throw CliException.Environment(missing.Message);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Figure Measure(int port, int bids, int repeats, string ledgerFile)
    {
        using Ledger ledger = Ledger.Open(ledgerFile);
        using LiveSlotWorkload workload = new(port, bids, ledger);
        Figure figure = Measurement.Of(workload, repeats, TimeSpan.FromSeconds(1));
        LedgerFinding? wrong = LedgerVerifier.Verify(ledger).FirstOrDefault();
        return wrong is null ? figure : throw new InvalidOperationException($"The ledger is wrong: {wrong}");
    }
}
