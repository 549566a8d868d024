// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Cli.Commands.Ledgers;

/// <summary><c>prosumeter ledger show</c></summary>
internal static class LedgerShowCommand
{
    private static readonly Option<string?> s_cluster = new("--cluster") { Description = "Rows of this cluster only", HelpName = "NAME" };
    private static readonly Option<int?> s_slot = CommonOptions.Number("--slot", "Rows of this slot only", 0, int.MaxValue);
    private static readonly Option<int?> s_account = CommonOptions.Number("--account", "Rows of this meter only; 0 is the operator", int.MinValue, int.MaxValue);
    private static readonly Option<bool> s_json = CommonOptions.Json();
    private static readonly Option<bool> s_csv = new("--csv") { Description = "Write CSV to standard output instead of a table." };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string> file = LedgerCommand.File();
        TaughtCommand command = new(
            "show",
            "The rows of a ledger: energy in mWh and money in millionths, received positive.",
            ("prosumeter ledger show north.ledger --slot 1962240", "one slot"),
            ("prosumeter ledger show north.ledger --csv > north.csv", "everything, for a spreadsheet"),
            ("prosumeter ledger show north.ledger --account 7 --json", "one JSON object a line"))
        {
            file, s_cluster, s_slot, s_account, s_csv, s_json,
        };
        command.SetAction(parsed => Run(LedgerCommand.Open(parsed.GetValue(file)!), parsed));
        return command;
    }

    private static int Run(Ledger ledger, ParseResult parsed)
    {
        using (ledger)
        {
            string? only = parsed.GetValue(s_cluster);
            int? slot = parsed.GetValue(s_slot), account = parsed.GetValue(s_account);
            IEnumerable<(string Cluster, LedgerRow Row)> rows = ledger.Clusters()
                .Where(cluster => only is null || cluster == only)
                .SelectMany(cluster => ledger.Rows(cluster).Select(row => (cluster, row)))
                .Where(line => (slot is null || line.row.Slot == slot) && (account is null || line.row.Entry.Account == account));
            Write(Console.Out, rows, parsed.GetValue(s_json), parsed.GetValue(s_csv));
            return ExitCode.Ok;
        }
    }

    private static void Write(TextWriter output, IEnumerable<(string Cluster, LedgerRow Row)> rows, bool json, bool csv)
    {
        if (!json)
        {
            output.WriteLine(csv ? "cluster,number,slot,account,kind,energy_mwh,amount_micros" : $"{"cluster",-12} {"row",8} {"slot",10} {"account",8} {"kind",-15} {"energy mWh",14} {"money",16}");
        }

        foreach ((string cluster, LedgerRow row) in rows)
        {
            LedgerEntry entry = row.Entry;
            output.WriteLine(
                json ? Json(cluster, row)
                : csv ? $"{cluster},{row.Number},{row.Slot},{entry.Account},{entry.Kind},{entry.EnergyMilliwattHours},{entry.AmountMicros}"
                : $"{cluster,-12} {row.Number,8} {row.Slot,10} {entry.Account,8} {entry.Kind,-15} {entry.EnergyMilliwattHours,14} {entry.AmountMicros,16}");
        }
    }

    private static string Json(string cluster, LedgerRow row) => JsonSerializer.Serialize(new
    {
        cluster,
        number = row.Number,
        slot = row.Slot,
        account = row.Entry.Account,
        kind = row.Entry.Kind.ToString(),
        energyMilliwattHours = row.Entry.EnergyMilliwattHours,
        amountMicros = row.Entry.AmountMicros,
        message = Convert.ToHexStringLower(row.Record.Message),
        hash = Convert.ToHexStringLower(row.Hash),
    });
}
