// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Cli.Commands.Ledgers;

/// <summary><c>prosumeter ledger verify</c></summary>
internal static class LedgerVerifyCommand
{
    private const int MostFindings = 100;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        Argument<string> file = LedgerCommand.File();
        Option<string?> head = new("--head")
        {
            Description = "Last link of a chain as it was noted elsewhere, 64 hexadecimal digits: only with it a chain is seen that was shortened and mended",
            HelpName = "HEX",
            CustomParser = result => CommonOptions.Parsed(result, TextOf(CommonOptions.TextOf(result)), "64 hexadecimal digits"),
        };
        TaughtCommand command = new(
            "verify",
            "Follows the hash chain of each cluster from its first row: names every row that was altered, is missing or is not in its place, every slot that does not add up to "
            + "zero, and every balance that its rows do not add up to. Prints the head of each chain: note it elsewhere.",
            ("prosumeter ledger verify north.ledger", "all clusters in the file; exit code 1 when something is wrong"))
        {
            file, head,
        };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(head)));
        return command;
    }

    private static string? TextOf(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigit) ? text : null;

    private static int Run(string path, string? notedHead)
    {
        byte[]? expectedHead = notedHead is null ? null : Convert.FromHexString(notedHead);
        using Ledger ledger = LedgerCommand.Open(path);
        try
        {
            List<LedgerFinding> findings = LedgerVerifier.Verify(ledger, expectedHead).Take(MostFindings + 1).ToList();
            WriteHeads(ledger);
            WriteFindings(findings);
            return findings.Count == 0 ? ExitCode.Ok : ExitCode.CheckFailed;
        }
        catch (LedgerException failure)
        {
            throw CliException.BadInput(failure.Message);
        }
    }

    private static void WriteHeads(Ledger ledger)
    {
        foreach (string cluster in ledger.Clusters())
        {
            LedgerHead head = ledger.Head(cluster);
            Console.WriteLine($"{cluster}: {head.Number} rows, head {Convert.ToHexStringLower(head.Hash)}");
        }
    }

    private static void WriteFindings(List<LedgerFinding> findings)
    {
        foreach (LedgerFinding finding in findings.Take(MostFindings))
        {
            Console.WriteLine(finding.Cluster.Length == 0 ? $"✗ {finding.Problem}" : $"✗ {finding.Cluster}, row {finding.Number}: {finding.Problem}");
        }

        Console.WriteLine(
            findings.Count == 0 ? "✓ holds  every row is in its place and unaltered; slots add up to zero, balances to their rows"
            : findings.Count > MostFindings ? $"✗ more than {MostFindings} findings"
            : $"✗ {findings.Count} findings");
    }
}
