// Copyright (c) Prosumeter contributors.
// Licensed under the MIT license. See LICENSE in the repository root.

using System.CommandLine;
using Prosumeter.Simulator.Market;

namespace Prosumeter.Simulator.Cli.Commands.Ledgers;

/// <summary><c>prosumeter ledger</c>: what an aggregator has written.</summary>
internal static class LedgerCommand
{
    /// <summary>The command and its subcommands.</summary>
    public static Command Create() =>
        new TaughtCommand(
            "ledger",
            "Reads the ledger of an aggregator, also while it is written. See docs/live-market.md.",
            ("prosumeter ledger verify north.ledger", "names every altered, missing or reordered row"),
            ("prosumeter ledger show north.ledger --account 7", "the rows of meter 7"))
        {
            LedgerVerifyCommand.Create(),
            LedgerShowCommand.Create(),
        };

    /// <summary><c>FILE</c></summary>
    internal static Argument<string> File() => new("FILE") { Description = "The ledger's file." };

    /// <summary>Opens a ledger.</summary>
    /// <exception cref="CliException">There is none, or it is no ledger.</exception>
    internal static Ledger Open(string path)
    {
        if (!System.IO.File.Exists(path))
        {
            throw CliException.BadInput($"{path}: no such file. An aggregator makes one: prosumeter aggregate --help");
        }

        try
        {
            return Ledger.OpenForReading(path);
        }
        catch (LedgerException failure)
        {
            throw CliException.BadInput(failure.Message);
        }
    }
}
