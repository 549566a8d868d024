// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.CommandLine;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using Prosumeter.Simulator.Bus;
using Prosumeter.Simulator.Cli.Live;
using Prosumeter.Simulator.Scenarios.Remote;
using Spectre.Console;

namespace Prosumeter.Simulator.Cli.Commands.Policies;

/// <summary><c>prosumeter policy load</c></summary>
internal static class PolicyLoadCommand
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private static readonly Argument<string> s_file = new("FILE") { Description = "A table that a study or 'qtable get' gave, 776 bytes" };

    private static readonly Option<BrokerAddress?> s_broker = BrokerOption.Create($"MQTT broker: {BrokerAddress.Allowed} [default: localhost:1883]");

    private static readonly Option<string> s_cluster = CommonOptions.Cluster("Cluster of the meter");

    private static readonly Option<int?> s_meter = Required(CommonOptions.Number("--meter", "Number of the meter", 1, int.MaxValue));

    private static readonly Option<string?> s_pin = new("--pin")
    {
        Description = "PIN of the meter; it stands in the clear on the broker, as everything does without TLS",
        HelpName = "PIN",
        Required = true,
        CustomParser = result => CommonOptions.Parsed(result, IsPin(CommonOptions.TextOf(result)) ? CommonOptions.TextOf(result) : null, "4 to 12 digits"),
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        TaughtCommand command = new(
            "load",
            "Sends a learned policy to a meter over the broker, line by line, and checks each answer. The meter checks length, form and CRC-32 and takes all of it or nothing. "
            + "A fielded meter keeps the table but refuses its action sync; 'laboratory = on' allows it. See docs/studies/synchronization.md.",
            ("prosumeter policy load prosumer-1.qtable --cluster north --meter 7 --pin 2468", "by the broker of this computer"),
            ("prosumeter policy load prosumer-1.qtable --broker 10.0.0.5 --cluster north --meter 7 --pin 2468", "by another one"))
        {
            s_file, s_broker, s_cluster, s_meter, s_pin,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        byte[] table = Read(parsed.GetValue(s_file)!);
        BrokerAddress address = parsed.GetValue(s_broker) ?? new BrokerAddress("localhost", 1883);
        int meter = parsed.GetValue(s_meter)!.Value;
        using MosquittoBroker broker = BrokerOption.Open(address);
        using MeterConsole console = new(broker, parsed.GetValue(s_cluster)!, meter, FirstSequence());
        MqttConnectResult answer = console.Connect();
        if (!answer.IsAccepted)
        {
            throw CliException.Environment($"{answer.Reason.TrimEnd('.')}. Is the broker at {address}?");
        }

        PolicyTransfer transfer = Transfer(console, table, parsed.GetValue(s_pin)!);
        Watch(transfer);
        return Tell(transfer, meter);
    }

    private static Option<int?> Required(Option<int?> option)
    {
        option.Required = true;
        return option;
    }

    private static bool IsPin(string text) => text.Length is >= 4 and <= 12 && text.All(char.IsAsciiDigit);

    // A meter executes no command twice by its number, so that two loads in a row must not begin alike.
    private static int FirstSequence() => (int)(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 100 % 2_000_000_000);

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw CliException.BadInput(failure.Message);
        }
    }

    private static PolicyTransfer Transfer(MeterConsole console, byte[] table, string pin)
    {
        try
        {
            return new PolicyTransfer(console, table, pin);
        }
        catch (FormatException refusal)
        {
            throw CliException.BadInput(refusal.Message);
        }
    }

    private static void Watch(PolicyTransfer transfer)
    {
        if (!Screen.IsWatched)
        {
            RunToEnd(transfer, () => { });
            return;
        }

        Screen.Error().Progress().AutoClear(true).Start(context =>
        {
            ProgressTask task = context.AddTask("policy", maxValue: transfer.Count);
            RunToEnd(transfer, () => task.Increment(1));
        });
    }

    private static void RunToEnd(PolicyTransfer transfer, Action answered)
    {
        long lastAnswer = Stopwatch.GetTimestamp();
        while (!transfer.HasEnded && Stopwatch.GetElapsedTime(lastAnswer) < s_patience)
        {
            if (transfer.Step())
            {
                lastAnswer = Stopwatch.GetTimestamp();
                answered();
            }
            else
            {
                Thread.Sleep(5);
            }
        }
    }

    private static int Tell(PolicyTransfer transfer, int meter)
    {
        if (transfer.IsDone)
        {
            Screen.Output().MarkupLineInterpolated($"[green]✓[/] meter {meter} has taken the policy and keeps it in flash.");
            return ExitCode.Ok;
        }

        throw CliException.Environment(transfer.Refusal is CommandAnswer refusal
            ? $"meter {meter} refused '{refusal.Line.Split(' ')[0]}' ({refusal.Reason}): {refusal.Text.Trim()} Its table is as before."
            : $"meter {meter} did not answer for {s_patience.TotalSeconds:0} s, {transfer.Answered} of {transfer.Count} lines were. Is it connected? Its table is as before unless all but the last were.");
    }
}
