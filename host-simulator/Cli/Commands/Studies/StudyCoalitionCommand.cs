// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using Prosumeter.Simulator.Boards.Home;
using Prosumeter.Simulator.Studies.Games;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Studies;

/// <summary><c>prosumeter study coalition</c></summary>
internal static class StudyCoalitionCommand
{
    private const int SlotSeconds = 900;
    private const int SlotsPerDay = 96;
    private const int MostProsumers = 12;

    // 2025-06-21, as in the demo.
    private const long StartUtcSeconds = 1_750_464_000;
    private const double WattHoursPerKilowattHour = 1000;

    private static readonly Option<int> s_prosumers = CommonOptions.Number("--prosumers", "Generated homes, every second with panels.", 2, MostProsumers, usual: 6);
    private static readonly Option<int> s_days = CommonOptions.Number("--days", "Days.", 1, 31, usual: 7);
    private static readonly Option<double> s_retail = AmountOption.Of("--retail", "Price of energy from the grid per kWh.", 0, 0.30);
    private static readonly Option<double> s_wholesale = AmountOption.Of("--wholesale", "Price of energy to the grid per kWh.", 0, 0.08);
    private static readonly Option<int> s_seed = CommonOptions.Seed("Which generated homes.");

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "coalition",
            "Prosumers that share one connection save the spread between retail and wholesale price on what they pass to each other. "
            + "Shares the saving out by the Shapley value, and says whether any group would do better alone (the core).",
            ("prosumeter study coalition", "six generated homes for a week"),
            ("prosumeter study coalition --retail 0.40 --wholesale 0.04", "a wider spread, a larger saving"))
        {
            s_prosumers, s_days, s_retail, s_wholesale, s_seed,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        double retail = parsed.GetValue(s_retail), wholesale = parsed.GetValue(s_wholesale);
        if (wholesale > retail)
        {
            throw CliException.BadInput($"--wholesale {wholesale.ToString(CultureInfo.InvariantCulture)} is refused; allowed: at most --retail");
        }

        double[][] net = Enumerable.Range(0, parsed.GetValue(s_prosumers))
            .Select(i => NetKilowattHours((ulong)parsed.GetValue(s_seed), i, parsed.GetValue(s_days)))
            .ToArray();
        Write(Screen.Output(), ProsumerCoalition.Create(net, retail, wholesale), net);
        return ExitCode.Ok;
    }

    private static double[] NetKilowattHours(ulong seed, int home, int days)
    {
        double peakWatts = home % 2 == 0 ? 3000 + (500 * home) : 0;
        var profile = new SyntheticHomeProfile((seed * MostProsumers) + (ulong)home, peakWatts);
        return Enumerable.Range(0, days * SlotsPerDay)
            .Select(slot => profile.At(StartUtcSeconds + ((long)slot * SlotSeconds)))
            .Select(power => (power.GenerationWatts - power.LoadWatts) * SlotSeconds / 3600 / WattHoursPerKilowattHour)
            .ToArray();
    }

    private static void Write(IAnsiConsole console, CoalitionGame game, double[][] net)
    {
        double[] shares = game.ShapleyValues();
        Table table = new Table().Border(TableBorder.Simple).AddColumns("home", "surplus, kWh", "deficit, kWh", "Shapley share");
        for (int home = 0; home < shares.Length; home++)
        {
            table.AddRow($"{home + 1}", Text(net[home].Sum(x => Math.Max(0, x))), Text(net[home].Sum(x => Math.Max(0, -x))), Text(shares[home]));
        }

        console.Write(table);
        IReadOnlyList<int> blocking = game.BlockingCoalitions(shares);
        console.WriteLine($"saving of all together {Text(game.GrandValue)}");
        console.WriteLine(blocking.Count == 0
            ? "the shares lie in the core: no group would do better alone"
            : $"{blocking.Count} of {(1 << game.Players) - 2} groups would do better alone, first homes {Members(blocking[0])}: the shares lie outside the core");
    }

    private static string Members(int coalition) =>
        string.Join(", ", Enumerable.Range(0, CoalitionGame.MaxPlayers).Where(i => (coalition >> i & 1) == 1).Select(i => i + 1));

    private static string Text(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
