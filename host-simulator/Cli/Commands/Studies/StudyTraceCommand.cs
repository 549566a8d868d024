// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using Prosumeter.Simulator.Studies.Homes;
using Prosumeter.Simulator.Studies.Learning;
using Prosumeter.Simulator.Studies.Microgrid;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary><c>prosumeter study trace</c></summary>
internal static class StudyTraceCommand
{
    private const string NoNoise = ",demand-sd=0,generation-spread=0,buyer-order=index";

    private static readonly Option<string> s_reading = StudyOptions.Reading();
    private static readonly Option<int> s_days = CommonOptions.Number("--days", "Days to trace.", 1, 10_000, usual: 2);
    private static readonly Option<int> s_prosumers = StudyOptions.Prosumers();
    private static readonly Option<int> s_consumers = StudyOptions.Consumers();
    private static readonly Option<int> s_seed = CommonOptions.Seed("Seed of the population and of all noise.");

    private static readonly Option<string?> s_population = new("--population")
    {
        Description = "Homes from a JSON file instead of drawn ones: arrays cm, ce (hours), am, ae (kW) by agent; pvPeakHour, pvCapKw by prosumer.",
        HelpName = "FILE",
    };

    private static readonly Option<string> s_sync = new("--sync")
    {
        Description = "Slots of the day in which all prosumers synchronize, for example 22-27,70-79 [default: none]",
        HelpName = "SLOTS",
        DefaultValueFactory = _ => string.Empty,
    };

    private static readonly Option<bool> s_noise = new("--noise") { Description = "With noise of demand and generation and a random order of buyers; without it a trace is exact arithmetic." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "trace",
            "Writes every number of every slot of the microgrid as CSV to standard output: for comparing implementations slot by slot. "
            + "Energy in kWh, prices in money per kWh; per prosumer: action, demand, generation, ask, sold, earned, spent.",
            ("prosumeter study trace > friendly.csv", "two days in which nobody synchronizes"),
            ("prosumeter study trace --sync 22-27,70-79 --reading H0", "everybody synchronizes in the morning and in the evening; real-time price"))
        {
            s_reading, s_days, s_population, s_prosumers, s_consumers, s_seed, s_sync, s_noise,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        Reading reading = StudyOptions.Parse(parsed.GetValue(s_reading)! + (parsed.GetValue(s_noise) ? string.Empty : NoNoise));
        ulong seed = (ulong)parsed.GetValue(s_seed);
        IPopulation population = Population(parsed, reading, seed);
        PolicyTable policy = Policy(parsed.GetValue(s_sync)!, reading.SlotsPerDay, population.Prosumers);
        Trace trace = new(population.Prosumers);
        new Network(new ModelHomes(population, reading, seed), reading, seed, keepDetail: true).Run(0, parsed.GetValue(s_days), policy, trace);
        trace.Write(Console.Out);
        return ExitCode.Ok;
    }

    private static IPopulation Population(ParseResult parsed, Reading reading, ulong seed)
    {
        if (parsed.GetValue(s_population) is not string path)
        {
            return new DrawnPopulation(reading, seed, parsed.GetValue(s_prosumers), parsed.GetValue(s_consumers));
        }

        try
        {
            return GivenPopulation.Load(path);
        }
        catch (Exception problem) when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            throw CliException.BadInput($"--population: {problem.Message}");
        }
    }

    private static PolicyTable Policy(string slots, int slotsPerDay, int prosumers)
    {
        PolicyTable policy = new(slotsPerDay, prosumers);
        foreach (int slot in slots.Split(',', StringSplitOptions.RemoveEmptyEntries).SelectMany(part => Range(part, slotsPerDay)))
        {
            for (int prosumer = 0; prosumer < prosumers; prosumer++)
            {
                policy[slot, prosumer] = true;
            }
        }

        return policy;
    }

    private static IEnumerable<int> Range(string part, int slotsPerDay)
    {
        string[] ends = part.Split('-');
        bool isRead = int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int from);
        isRead &= int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int to);
        return isRead && ends.Length <= 2 && from <= to && to < slotsPerDay
            ? Enumerable.Range(from, to - from + 1)
            : throw CliException.BadInput($"--sync {part} is no slot or range of slots from 0 to {slotsPerDay - 1}; write for example 22-27,70-79.");
    }
}
