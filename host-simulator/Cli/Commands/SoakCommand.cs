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
            ("prosumeter soak --days 6 --outage-hours 72", "the broker is away for three days in a row"),
            ("prosumeter soak --json > soak.json", "the figures as JSON, for other programs"));
        Option<int> days = CommonOptions.Number("--days", $"Number of days, 1 to {SoakSettings.MostDays}", 1, SoakSettings.MostDays, usual: 30);
        Option<int> seed = CommonOptions.Seed("Which home and which faults; the same seed gives the same result.");
        Option<int> faults = CommonOptions.Number("--faults-an-hour", "Faults in an hour, 1 to 12", 1, 12, usual: 1);
        Option<int> outage = CommonOptions.Number(
            "--outage-hours", "Hours for which the broker is away once, from 01:30 of the first day on, at most half of the soak", 0, SoakSettings.MostDays * 12, usual: 0);
        Option<bool> json = CommonOptions.Json();
        foreach (Option option in (IEnumerable<Option>)[days, seed, faults, outage, json])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => Run(
            new SoakSettings
            {
                Days = parsed.GetValue(days),
                Seed = parsed.GetValue(seed),
                FaultsAnHour = parsed.GetValue(faults),
                OutageHours = parsed.GetValue(outage),
            },
            parsed.GetValue(json)));
        return command;
    }

    private static int Run(SoakSettings settings, bool json)
    {
        if (settings.OutageHours > settings.Days * 12)
        {
            throw CliException.BadInput($"--outage-hours {settings.OutageHours} is more than half of {settings.Days} days: name fewer hours or more --days");
        }

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
