// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.CommandLine;
using Prosumeter.Simulator.Cli.Reports;
using Prosumeter.Simulator.Scenarios.Soak;
using Prosumeter.Simulator.Studies.Reports;

namespace Prosumeter.Simulator.Cli.Commands;

/// <summary><c>prosumeter soak</c>: a meter trades for weeks while a fault hits it every hour, and no slot report may be lost or doubled.</summary>
internal static class SoakCommand
{
    private const int StepSeconds = 3_600;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "soak",
            "One meter trades for days in virtual time while faults drawn from the seed hit its board every hour: network, MQTT library, clock, sensors, flash and supply. "
            + "Checks that each slot report and bid arrives once, and states how long the meter takes to be back on air. See docs/reliability.md.",
            ("prosumeter soak", "30 days, 720 faults, about a minute"),
            ("prosumeter soak --days 2 --seed 9", "two days with other faults"),
            ("prosumeter soak --faults-an-hour 6", "six times as many"),
            ("prosumeter soak --json > soak.json", "the figures as JSON, for other programs"));
        Option<int> days = CommonOptions.Number("--days", $"Number of days, 1 to {SoakSettings.MostDays}", 1, SoakSettings.MostDays, usual: 30);
        Option<int> seed = CommonOptions.Seed("Which home and which faults; the same seed gives the same result.");
        Option<int> faults = CommonOptions.Number("--faults-an-hour", "Faults in an hour, 1 to 12", 1, 12, usual: 1);
        Option<bool> json = CommonOptions.Json();
        foreach (Option option in (IEnumerable<Option>)[days, seed, faults, json])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => Run(
            new SoakSettings { Days = parsed.GetValue(days), Seed = parsed.GetValue(seed), FaultsAnHour = parsed.GetValue(faults) },
            parsed.GetValue(json)));
        return command;
    }

    private static int Run(SoakSettings settings, bool json)
    {
        using SoakScenario scenario = new(settings);
        LongWork.Run("soaking", () => scenario.IsFinished, () => scenario.Run(StepSeconds), () => scenario.Progress);
        SoakResult result = scenario.Result();
        if (json)
        {
            System.Console.Out.WriteLine(JsonText.Of(result));
        }
        else
        {
            SoakReport.Write(Screen.Output(), result);
        }

        return result.Holds ? ExitCode.Ok : ExitCode.CheckFailed;
    }
}
