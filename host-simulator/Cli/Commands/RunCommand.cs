// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.CommandLine;
using Prosumeter.Simulator.Cli.Live;

namespace Prosumeter.Simulator.Cli.Commands;

/// <summary><c>prosumeter run</c>: one virtual board in real time.</summary>
internal static class RunCommand
{
    private static readonly Option<BrokerAddress?> s_broker = BrokerOption.Create(
        $"MQTT broker to publish to: {BrokerAddress.Allowed} [default: a broker and a market inside the process]");

    private static readonly Option<string?> s_config = new("--config")
    {
        Description = "Configuration file of the board, see docs/configuration.md; the home's sensors are wired as it says [default: what --flash holds, or else PV, storage and three INA219]",
        HelpName = "FILE",
    };

    private static readonly Option<string?> s_flash = new("--flash")
    {
        Description = "File that holds the board's flash, created when it does not exist: registers, outbox and saved settings survive the end of the process. An accelerated board remembers a future: keep --speed 1 [default: in memory]",
        HelpName = "FILE",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "run",
            "One virtual board in real time: the unmodified firmware, its serial console on a pseudo-terminal, its state on the screen. Ctrl-C ends it.",
            ("prosumeter run --speed 60", "a slot of 15 minutes takes 15 seconds"),
            ("prosumeter run --broker localhost:1883", "publishes to a real broker; watch it: mosquitto_sub -v -t 'prosumeter/#'"),
            ("prosumeter run --config meter.conf --flash meter.flash", "a board of your own that remembers"),
            ("prosumeter run --fault broker-down@60s+30s --fault random=24@5m+1h", "with faults, see docs/faults.md"),
            ("prosumeter run --json | jq .message", "each message as a line of JSON"));
        Option<string[]> data = CommonOptions.Data("Measured home (the first one is taken), PV and prices: CSV files, or folders of them. See docs/data-format.md.");
        Option<string[]> faults = CommonOptions.Fault();
        Option<bool> json = CommonOptions.Json();
        Option<double?> speed = CommonOptions.Speed("Board seconds in a second; far above 100 a busy computer misses the timing of the sensors [default: 1]");
        Option<int> seed = CommonOptions.Seed("Which generated home.");
        foreach (Option option in (IEnumerable<Option>)[s_broker, s_config, s_flash, data, seed, speed, faults, json])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => RunSession.Run(new RunSettings(
            parsed.GetValue(s_broker),
            parsed.GetValue(s_config),
            parsed.GetValue(s_flash),
            InputData.Load(parsed.GetValue(data)),
            parsed.GetValue(seed),
            parsed.GetValue(speed) ?? 1,
            parsed.GetValue(json),
            parsed.GetValue(faults) ?? [])));
        return command;
    }
}
