// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using Prosumeter.Simulator.Cli.Live;
using Prosumeter.Simulator.Cli.Live.Aggregate;
using Prosumeter.Simulator.Market;
using Prosumeter.Simulator.Scenarios.Demo;
using Prosumeter.Simulator.Scenarios.Live;
using Prosumeter.Trading;

namespace Prosumeter.Simulator.Cli.Commands;

/// <summary><c>prosumeter aggregate</c>: the market of a cluster on a real broker.</summary>
internal static class AggregateCommand
{
    private const int SessionsOnMosquitto = 16;
    private const int MostCostMicros = 1_000_000_000;
    private const string TariffForm = "RETAIL/FEED-IN in money per kWh, such as 0.30/0.08";

    private static readonly Option<BrokerAddress?> s_broker = BrokerOption.Create($"MQTT broker: {BrokerAddress.Allowed} [default: localhost:1883]");

    private static readonly Option<string> s_cluster = CommonOptions.Cluster("Name of the cluster");

    private static readonly Option<string?> s_ledger = new("--ledger")
    {
        Description = "Its books, made when the file does not exist; a market that was killed goes on from there [default: NAME.ledger]",
        HelpName = "FILE",
    };

    private static readonly Option<IClearingRule?> s_rule = new("--rule")
    {
        Description = "Auction rule: " + string.Join(", ", ClearingRules.All.Select(rule => rule.Name)) + " [default: pay-as-ask]",
        HelpName = "RULE",
        CustomParser = result => CommonOptions.Parsed(result, ClearingRules.Find(CommonOptions.TextOf(result)), string.Join(", ", ClearingRules.All.Select(rule => rule.Name))),
    };

    private static readonly Option<ITariff?> s_tariff = new("--tariff")
    {
        Description = $"The operator's prices: {TariffForm} [default: 0.24 to 0.38 by the hour, feed-in 0.08]",
        HelpName = "R/F",
        CustomParser = result => CommonOptions.Parsed(result, TariffOf(CommonOptions.TextOf(result)), TariffForm),
    };

    private static readonly Option<Func<int, ITariff>?> s_operatorPrice = OperatorPriceOption.Create();

    private static readonly Option<string?> s_meters = new("--meters")
    {
        Description = "List of the cluster's meters, CSV: meter,storage_wh,cost_micros; all others are refused [default: whoever says a birth]",
        HelpName = "FILE",
    };

    private static readonly Option<int> s_slot = CommonOptions.Number("--slot", "Length of a slot in s: a divisor of 3600 from 60", 60, 3600, MarketSlot.DefaultSeconds);
    private static readonly Option<int?> s_gate = CommonOptions.Number("--gate", "Bids close this many s before their slot [default: 60, at most a quarter of the slot]", 0, 3599);
    private static readonly Option<int> s_tax = CommonOptions.Number("--tax", "Tax on sellers in per mille", 0, 1000, usual: 0);
    private static readonly Option<int> s_cost = CommonOptions.Number("--cost", "What a kWh costs, in millionths: sales below it are refused", 0, MostCostMicros, usual: 0);

    private static readonly Option<bool> s_islanded = new("--islanded")
    {
        Description = "Do not trade with other clusters on the broker; without it the gate is 4 s or more",
    };

    private static readonly Option<double?> s_speed = CommonOptions.Speed(
        $"Market seconds in a second, the same as that of the fleet; at most {SharedTime.HighestSpeed} [default: 1]");

    private static readonly Option<bool> s_detect = new("--detect")
    {
        Description = "Watch slot reports for meters that synchronize, and publish alerts on market/alert; see docs/studies/detection.md",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "aggregate",
            "Serves the real and virtual meters of a cluster on a real MQTT broker: prices, gate, auction, awards, settlement, and a ledger of it all. It may be killed at any "
            + "moment; the next one on the same ledger goes on. Ctrl-C ends it. See docs/live-market.md.",
            ("prosumeter aggregate --cluster north", "on the broker of this computer, ledger north.ledger"),
            ("prosumeter aggregate --cluster north --broker 10.0.0.5:1883 --rule mcafee --tax 50", "another auction, 5 % tax on sellers"),
            ("prosumeter aggregate --cluster north --slot 60 --json | jq .", "slots of a minute, events as JSON"),
            ("prosumeter fleet --cluster north --meters 50", "virtual meters for it, in another terminal"));
        Option<bool> json = CommonOptions.Json();
        foreach (Option option in (IEnumerable<Option>)[s_cluster, s_broker, s_ledger, s_rule, s_tariff, s_operatorPrice, s_slot, s_gate, s_tax, s_cost, s_meters, s_islanded, s_speed, s_detect, json])
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed => AggregateSession.Run(new AggregateSettings(
            parsed.GetValue(s_broker) ?? new BrokerAddress("localhost", 1883),
            Market(parsed),
            parsed.GetValue(s_ledger) ?? parsed.GetValue(s_cluster) + ".ledger",
            Speed(parsed),
            parsed.GetValue(json),
            parsed.GetValue(s_detect))));
        return command;
    }

    private static AggregatorSettings Market(ParseResult parsed)
    {
        int slotSeconds = parsed.GetValue(s_slot);
        AggregatorSettings settings = new(parsed.GetValue(s_cluster)!, Tariff(parsed), parsed.GetValue(s_rule) ?? new PayAsAskRule())
        {
            SlotSeconds = slotSeconds,
            GateSeconds = parsed.GetValue(s_gate) ?? Math.Min(AggregatorSettings.DefaultGateSeconds, slotSeconds / 4),
            TaxPermille = parsed.GetValue(s_tax),
            JoinsUpperLevel = !parsed.GetValue(s_islanded),
            Rules = new BidRules(ReadMeters(parsed.GetValue(s_meters)), NeedsBirth: true, parsed.GetValue(s_cost)),
            Sessions = SessionsOnMosquitto,
        };
        try
        {
            settings.Validate();
            return settings;
        }
        catch (ArgumentException refusal)
        {
            throw CliException.BadInput(refusal.Message);
        }
    }

    private static ITariff Tariff(ParseResult parsed)
    {
        ITariff? byHour = parsed.GetValue(s_tariff);
        Func<int, ITariff>? following = parsed.GetValue(s_operatorPrice);
        return byHour is not null && following is not null
            ? throw CliException.BadInput("--tariff and --operator-price are both given; allowed: one of them")
            : following?.Invoke(parsed.GetValue(s_slot)) ?? byHour ?? StandardTariff.Create();
    }

    private static double Speed(ParseResult parsed)
    {
        double speed = parsed.GetValue(s_speed) ?? 1;
        return speed <= SharedTime.HighestSpeed ? speed : throw CliException.BadInput($"--speed {speed} is refused; allowed: above 0, at most {SharedTime.HighestSpeed}");
    }

    private static MeterList? ReadMeters(string? path)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            using StreamReader reader = new(path);
            return MeterList.Read(reader);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or FormatException)
        {
            throw CliException.BadInput($"--meters {path}: {failure.Message}");
        }
    }

    private static DailyTariff? TariffOf(string text)
    {
        string[] prices = text.Split('/');
        int retail = 0, feedIn = 0;
        bool isGood = prices.Length == 2 && TryMicros(prices[0], out retail) && TryMicros(prices[1], out feedIn);
        return isGood ? DailyTariff.Flat(new TariffPrices(retail, feedIn)) : null;
    }

    private static bool TryMicros(string text, out int micros)
    {
        const decimal Million = 1_000_000;
        bool isGood = decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out decimal price)
            && Math.Abs(price) <= MostCostMicros / Million;
        micros = isGood ? (int)(price * Million) : 0;
        return isGood;
    }
}
