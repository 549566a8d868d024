// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.Collections.Generic;
using System.CommandLine;
using Prosumeter.Simulator.Cli.Live;
using Prosumeter.Simulator.Cli.Live.Fleet;
using Prosumeter.Simulator.Scenarios.Live;
using Prosumeter.Trading;

namespace Prosumeter.Simulator.Cli.Commands;

/// <summary><c>prosumeter fleet</c>: virtual meters on a real broker.</summary>
internal static class FleetCommand
{
    private const int MostMeters = 10_000;
    private static readonly Option<BrokerAddress?> s_broker = BrokerOption.Create($"MQTT broker: {BrokerAddress.Allowed} [default: localhost:1883]");

    private static readonly Option<string> s_cluster = CommonOptions.Cluster("Cluster they trade in", "local");

    private static readonly Option<int> s_meters = CommonOptions.Number("--meters", "How many", 1, MostMeters, usual: 10);
    private static readonly Option<int> s_first = CommonOptions.Number("--first", "Number of the first meter", 1, 2_000_000_000, usual: 1);
    private static readonly Option<int> s_slot = CommonOptions.Number("--slot", "Length of a slot in s, that of the cluster: a divisor of 3600 from 60", 60, 3600, MarketSlot.DefaultSeconds);

    private static readonly Option<string?> s_flash = new("--flash")
    {
        Description = "Folder that keeps the flash of each meter, so that registers go on after the end of the process; a market with a ledger expects that of its meters [default: in memory]",
        HelpName = "FOLDER",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "fleet",
            "Virtual meters in real time on a real MQTT broker: each the unmodified firmware on a virtual board in a home of its own. Ctrl-C ends it. See docs/live-market.md.",
            ("prosumeter fleet --meters 50 --cluster north --flash north.meters", "50 meters for: prosumeter aggregate --cluster north"),
            ("prosumeter fleet --meters 20 --slot 60 --speed 30", "a slot takes two seconds; the aggregator needs the same --slot and --speed"));
        Option<int> seed = CommonOptions.Seed("Which generated homes.");
        Option<bool> json = CommonOptions.Json();
        Option<double?> speed = CommonOptions.Speed($"Meter seconds in a second, the same as that of the aggregator; at most {SharedTime.HighestSpeed} [default: 1]");
        foreach (Option option in (IEnumerable<Option>)[s_meters, s_broker, s_cluster, s_first, s_slot, s_flash, seed, speed, json])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => FleetSession.Run(
            parsed.GetValue(s_broker) ?? new BrokerAddress("localhost", 1883),
            new FleetSettings(
                parsed.GetValue(s_cluster)!,
                parsed.GetValue(s_meters),
                parsed.GetValue(s_first),
                parsed.GetValue(s_slot),
                parsed.GetValue(seed),
                parsed.GetValue(s_flash)),
            parsed.GetValue(speed) ?? 1,
            parsed.GetValue(json)));
        return command;
    }
}
