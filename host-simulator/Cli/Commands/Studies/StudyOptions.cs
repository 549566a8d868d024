// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.CommandLine;
using System.IO;
using Prosumeter.Simulator.Studies.Microgrid;
using Prosumeter.Simulator.Studies.Synchronization;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary>Options that mean the same in every study.</summary>
internal static class StudyOptions
{
    /// <summary>Most homes of one kind that a study takes.</summary>
    public const int MostHomes = 5000;

    private const int MostValues = 1 << 30;

    /// <summary><c>--seeds N</c></summary>
    public static Option<int> Seeds(int usual) =>
        CommonOptions.Number("--seeds", "Independent repetitions, seeds 1 to N. The same seed gives the same numbers on every machine.", 1, 10_000, usual);

    /// <summary><c>--days N</c></summary>
    public static Option<int> Days() => CommonOptions.Number("--days", "Days of training; the paper trains 520.", 1, 100_000, usual: 520);

    /// <summary><c>--prosumers N</c></summary>
    public static Option<int> Prosumers(int most = MostHomes) => CommonOptions.Number("--prosumers", "Homes with panels; 5 in the paper.", 1, most, usual: 5);

    /// <summary><c>--consumers N</c></summary>
    public static Option<int> Consumers(int most = MostHomes) => CommonOptions.Number("--consumers", "Homes without panels; 20 in the paper.", 0, most, usual: 20);

    /// <summary><c>--threads N</c></summary>
    public static Option<int> Threads() =>
        CommonOptions.Number("--threads", "Threads to use; the result does not depend on it [default: all cores]", 1, 1024, usual: Environment.ProcessorCount);

    /// <summary><c>--reading NAME</c></summary>
    public static Option<string> Reading() => new("--reading")
    {
        Description = $"How to read the paper where it is ambiguous: {string.Join(", ", Readings.Named.Keys)}, with changes after commas. See 'prosumeter study readings'.",
        HelpName = "NAME[,OPTION=VALUE...]",
        DefaultValueFactory = _ => "C0",
    };

    /// <summary><c>--output DIR</c></summary>
    public static Option<string> Output(string usual) => new("--output")
    {
        Description = "Folder for the report and its files; made when missing.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Path.Combine("prosumeter-output", usual),
    };

    /// <summary>Understands a reading.</summary>
    public static Reading Parse(string text)
    {
        try
        {
            return Readings.Parse(text);
        }
        catch (FormatException refusal)
        {
            throw CliException.BadInput($"--reading: {refusal.Message}");
        }
    }

    /// <summary>The network that the options describe.</summary>
    public static Experiment Experiment(string reading, int prosumers, int consumers, int days)
    {
        Experiment experiment = new(Parse(reading), prosumers, consumers, days);
        return 2L * experiment.Reading.SlotsPerDay * prosumers <= MostValues
            ? experiment
            : throw CliException.BadInput($"{prosumers} prosumers with {experiment.Reading.SlotsPerDay} slots a day are more than one table holds; allowed: {MostValues / 2 / experiment.Reading.SlotsPerDay} prosumers.");
    }
}
