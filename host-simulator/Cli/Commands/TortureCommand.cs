// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.CommandLine;
using Prosumeter.Simulator.Cli.Reports;
using Prosumeter.Simulator.Scenarios.Torture;
using Prosumeter.Simulator.Studies.Reports;

namespace Prosumeter.Simulator.Cli.Commands;

/// <summary><c>prosumeter torture</c>: power is cut at every byte that the firmware writes to flash, and nothing may be lost beyond the bound.</summary>
internal static class TortureCommand
{
    private const int MostSlots = 60;
    private const int RunsAtOnce = 64;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "torture",
            "Runs one meter by a script, then again and again with the power cut at the first, second, ... byte it writes to flash (clean, torn and reordered), "
            + "and checks registers, Q-table, configuration, boot count and outbox after each. See docs/reliability.md.",
            ("prosumeter torture --every 50", "every 50th byte, less than a minute"),
            ("prosumeter torture", "every byte, some minutes"),
            ("prosumeter torture --cuts 2 --every 7 --seed 3", "two cuts in each run, the second at a random byte"),
            ("prosumeter torture --protection power-fail --every 10", "a board with a power-fail input"),
            ("prosumeter torture --protection fram --every 9973", "a board with an FRAM, which saves 40 times a second: a quarter of a minute for 160 cuts"),
            ("prosumeter torture --json > torture.json", "the figures as JSON, for other programs"));
        Option<int> seed = CommonOptions.Seed("Which home, and what torn writes leave; the same seed gives the same result.");
        Option<int> slots = CommonOptions.Number(
            "--slots", $"Length of the script in slots of 120 s, {TortureSettings.FewestSlots} to {MostSlots}", TortureSettings.FewestSlots, MostSlots, usual: 6);
        Option<int> cuts = CommonOptions.Number("--cuts", "Power cuts in each run, 1 or 2", 1, 2, usual: 1);
        Option<int> every = CommonOptions.Number("--every", "Cut at every N-th byte only; 1 leaves none out", 1, 1_000_000, usual: 1);
        Option<TortureProtection> protection = new("--protection")
        {
            Description = "What the board has against power cuts: flash, fram (cuts at bytes of the FRAM) or power-fail (cuts at tenths of a second) [default: flash]",
            HelpName = "WHAT",
            CustomParser = result => CommonOptions.Parsed<TortureProtection?>(
                result,
                CommonOptions.TextOf(result) switch
                {
                    "flash" => TortureProtection.Flash,
                    "fram" => TortureProtection.Fram,
                    "power-fail" => TortureProtection.PowerFail,
                    _ => null,
                },
                "flash, fram, power-fail") ?? TortureProtection.Flash,
        };
        Option<bool> json = CommonOptions.Json();
        foreach (Option option in (IEnumerable<Option>)[seed, slots, cuts, every, protection, json])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => Run(
            new TortureSettings
            {
                Seed = parsed.GetValue(seed),
                Slots = parsed.GetValue(slots),
                Cuts = parsed.GetValue(cuts),
                Every = parsed.GetValue(every),
                Protection = parsed.GetValue(protection),
            },
            parsed.GetValue(json)));
        return command;
    }

    private static int Run(TortureSettings settings, bool json)
    {
        TortureProof proof = new(settings);
        LongWork.Run("cutting power", () => proof.IsFinished, () => proof.Run(RunsAtOnce), () => proof.Progress);
        TortureResult result = proof.Result();
        if (json)
        {
            System.Console.Out.WriteLine(JsonText.Of(result));
        }
        else
        {
            TortureReport.Write(Screen.Output(), result);
        }

        return result.Holds ? ExitCode.Ok : ExitCode.CheckFailed;
    }
}
