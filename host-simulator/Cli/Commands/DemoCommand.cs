// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.CommandLine;
using Prosumeter.Simulator.Cli.Reports;
using Prosumeter.Simulator.Scenarios.Demo;
using Prosumeter.Simulator.Scenarios.Results;
using Prosumeter.Simulator.Studies.Reports;

namespace Prosumeter.Simulator.Cli.Commands;

/// <summary><c>prosumeter demo</c>: a cluster trades for a day, and the balances are checked.</summary>
internal static class DemoCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "demo",
            "Ten meters of one cluster trade for a day in virtual time: the whole firmware on virtual boards, and a pay-as-ask market. "
            + "Ends in a table of energy, trades and money, and checks that energy and money balance.",
            ("prosumeter demo", "ten generated homes, one day"),
            ("prosumeter demo --meters 50 --days 7 --seed 3", "a larger cluster, a week, other homes"),
            ("prosumeter demo --data homes/ prices.csv", "measured homes and prices, see docs/data-format.md"),
            ("prosumeter demo --fault broker-down@12:00+10m --fault power-cut@18:00", "the same day with faults, see docs/faults.md"),
            ("prosumeter demo --json > day.json", "the same as JSON, for other programs"));
        Option<string[]> data = CommonOptions.Data("Measured homes, PV and prices: CSV files, or folders of them. See docs/data-format.md.");
        Option<string[]> faults = CommonOptions.Fault();
        Option<bool> json = CommonOptions.Json();
        Option<double?> speed = CommonOptions.Speed("Simulated seconds in a second [default: as fast as possible]");
        Option<int> seed = CommonOptions.Seed("Which homes and which weather; the same seed gives the same result.");
        Option<int?> meters = CommonOptions.Number(
            "--meters", $"Number of meters, 1 to {DemoSettings.MostMeters} [default: 10, or all homes of --data]", 1, DemoSettings.MostMeters);
        Option<int> days = CommonOptions.Number("--days", $"Number of days, 1 to {DemoSettings.MostDays}", 1, DemoSettings.MostDays, usual: 1);
        foreach (Option option in (IEnumerable<Option>)[data, seed, meters, days, faults, json, speed])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => Run(
            new DemoSettings
            {
                Seed = parsed.GetValue(seed),
                Meters = parsed.GetValue(meters),
                Days = parsed.GetValue(days),
                Faults = parsed.GetValue(faults) ?? [],
                Data = InputData.Load(parsed.GetValue(data)),
            },
            parsed.GetValue(json),
            parsed.GetValue(speed)));
        return command;
    }

    private static int Run(DemoSettings settings, bool json, double? speed)
    {
        using DemoScenario scenario = new(settings);
        DemoPace.RunToEnd(scenario, speed);
        ScenarioResult result = scenario.Result();
        if (json)
        {
            System.Console.Out.WriteLine(JsonText.Of(result));
        }
        else
        {
            ScenarioReport.Write(Screen.Output(), result);
        }

        return result.IsBalanced ? ExitCode.Ok : ExitCode.CheckFailed;
    }
}
